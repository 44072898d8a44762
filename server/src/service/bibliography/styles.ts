/** Styles of our own for what reporters cite, in the Citation Style Language 1.0.2 (https://docs.citationstyles.org). */
export type HouseStyle = "chicago" | "ap";

const MACROS = `
  <macro name="title-quoted"><text variable="title" quotes="true"/></macro>
  <macro name="outlet"><choose>
    <if variable="container-title"><text variable="container-title" font-style="italic"/></if>
    <else><text variable="publisher"/></else>
  </choose></macro>
  <macro name="issued"><date variable="issued" form="text"/></macro>
  <macro name="accessed"><group delimiter=" "><text value="accessed"/><date variable="accessed" form="text"/></group></macro>`;

function style(name: string, kind: "note" | "in-text", body: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="${kind}" version="1.0" default-locale="en-US">
  <info><title>${name}</title><id>sourceline-${name.split(" ")[0]?.toLowerCase()}</id><updated>2026-01-01T00:00:00+00:00</updated></info>${MACROS}
${body}
</style>`;
}

/** Notes and bibliography in the manner of the Chicago Manual of Style: full first note, short later notes. */
const chicago = style(
  "Chicago notes",
  "note",
  `  <macro name="names-note"><names variable="author"><name and="text" delimiter=", "/></names></macro>
  <macro name="names-list"><names variable="author"><name name-as-sort-order="first" and="text" delimiter=", " sort-separator=", "/></names></macro>
  <macro name="names-short"><names variable="author"><name form="short" and="text" delimiter=", "/><substitute><text macro="outlet"/></substitute></names></macro>
  <citation et-al-min="4" et-al-use-first="1"><layout suffix="." delimiter="; "><choose>
    <if position="subsequent"><group delimiter=", "><text macro="names-short"/><text macro="title-quoted"/><text variable="locator"/></group></if>
    <else><group delimiter=", "><text macro="names-note"/><text macro="title-quoted"/><text macro="outlet"/><text macro="issued"/><text variable="locator"/><text macro="accessed"/><text variable="URL"/></group></else>
  </choose></layout></citation>
  <bibliography hanging-indent="true"><sort><key macro="names-list"/><key variable="container-title"/><key variable="title"/></sort>
    <layout suffix="."><group delimiter=". "><text macro="names-list"/><text macro="title-quoted"/><group delimiter=", "><text macro="outlet"/><text macro="issued"/></group><text variable="URL"/></group></layout>
  </bibliography>`,
);

/** A list of sources as a news desk gives them: outlet, headline, date, address. AP has no reference list of its own. */
const ap = style(
  "AP-like list",
  "in-text",
  `  <locale xml:lang="en"><terms>
    <term name="month-03" form="short">March</term><term name="month-04" form="short">April</term><term name="month-05" form="short">May</term>
    <term name="month-06" form="short">June</term><term name="month-07" form="short">July</term><term name="month-09" form="short">Sept.</term>
  </terms></locale>
  <macro name="by"><names variable="author" prefix="by "><name and="text" delimiter=", "/></names></macro>
  <macro name="ap-date"><date variable="issued"><date-part name="month" form="short" suffix=" "/><date-part name="day" suffix=", "/><date-part name="year"/></date></macro>
  <citation><layout prefix="(" suffix=")" delimiter="; "><group delimiter=", "><text macro="outlet"/><text macro="ap-date"/><text variable="locator"/></group></layout></citation>
  <bibliography><sort><key macro="outlet"/><key variable="issued"/></sort>
    <layout suffix="."><group delimiter=", "><text macro="outlet"/><text macro="title-quoted"/><text macro="by"/><text macro="ap-date"/><text variable="URL"/></group></layout>
  </bibliography>`,
);

/** The styles of our own, by name. */
export const houseStyles: Readonly<Record<HouseStyle, string>> = { chicago, ap };
