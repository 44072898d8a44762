import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { makeDocx } from "./fixtures.ts";
import { check, STORY, STORY_BLOCKS } from "./reads.ts";

const run = (text: string, properties = "") =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const RAISED = '<w:vertAlign w:val="superscript"/>';

/** A Word file with changes to its parts. */
function changed(file: Uint8Array, change: (parts: Record<string, string>) => void): Uint8Array {
  const parts = Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]));
  change(parts);
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

check(
  "titled.docx",
  makeDocx([
    `<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>${run("Flood in the valley")}</w:p>`,
    "# What was found",
    ...STORY,
  ]),
  { title: "Flood in the valley" },
  `
  headline Flood in the valley
  headline What was found${STORY_BLOCKS}`,
);
check(
  "renamed.docx",
  changed(makeDocx(STORY), (parts) => {
    const rename = (xml = "") => xml.replace(/"\/?word\/document\.xml"/, '"/word/document2.xml"');
    for (const name of ["[Content_Types].xml", "_rels/.rels"]) parts[name] = rename(parts[name]);
    parts["word/document2.xml"] = parts["word/document.xml"] ?? "";
    delete parts["word/document.xml"];
  }),
  {},
  STORY_BLOCKS,
);
check(
  "dead-links.docx",
  makeDocx([
    `<w:p><w:hyperlink r:id="r99" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${run(STORY[0])}</w:hyperlink></w:p>`,
    ...STORY.slice(1),
  ]),
  {},
  STORY_BLOCKS,
);
check(
  "raised.docx",
  makeDocx([
    `<w:p>${run("The flood killed 43")}${run("12", RAISED)}${run(" people, and filled 17 km")}${run("2", RAISED)}${run(" with 10")}${run("6", RAISED)}${run(" tons of mud on the 21")}${run("st", RAISED)}${run(" of May.")}</w:p>`,
    STORY[1],
  ]),
  {},
  `
  body The flood killed 43 people,
  body Another 120 people were pulled`,
);
