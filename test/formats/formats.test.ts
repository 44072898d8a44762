import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import type { Ajv } from "ajv";
import draft04 from "ajv-draft-04";
import formats from "ajv-formats";
import fc from "fast-check";
import { escapeMarkup } from "../../server/src/service/formats/escape.ts";
import { formatGithub } from "../../server/src/service/formats/github.ts";
import { formatHtml } from "../../server/src/service/formats/html.ts";
import { formatJunit } from "../../server/src/service/formats/junit.ts";
import { atLeast, failsAt } from "../../server/src/service/formats/report.ts";
import { formatSarif } from "../../server/src/service/formats/sarif.ts";
import { DRAFT, sampleReport } from "./fixture.ts";
import { matchesGolden } from "./golden.ts";
import { linkedDocument } from "./page.ts";

const report = sampleReport();
const require = createRequire(import.meta.url);

describe("what each format prints", () => {
  const printed: Readonly<Record<string, string>> = {
    "report.sarif": formatSarif(report, "1.2.3"),
    "report.github.txt": formatGithub(report),
    "report.junit.xml": formatJunit(report),
    "report.html.golden": formatHtml(report),
  };
  for (const [name, text] of Object.entries(printed)) it(name, () => matchesGolden(name, text));
});

describe("SARIF", () => {
  const schema: object = require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
  const validate = validator(schema);
  const log = JSON.parse(formatSarif(report, "1.2.3"));

  it("follows the official schema", () => {
    assert.equal(validate(log), true, JSON.stringify(validate.errors, null, 1));
  });
  it("is refused by the schema where it is broken", () => {
    assert.equal(validate({ ...log, runs: [{ ...log.runs[0], results: [{ message: "a string" }] }] }), false);
  });
  it("leaves out quiet findings and suppresses ignored ones", () => {
    const results: { message: { text: string }; suppressions?: { justification: string }[] }[] = log.runs[0].results;
    assert.equal(
      results.some(({ message }) => message.text.includes("gives two")),
      false,
    );
    const suppressed = results.filter(({ suppressions }) => suppressions !== undefined);
    assert.deepEqual(
      suppressed.map(({ suppressions }) => suppressions?.[0]?.justification),
      ["confirmed <by> phone, 4 March"],
    );
  });
  it("points at the words of the draft", () => {
    const { startLine, startColumn, endColumn, snippet } = log.runs[0].results[0].locations[0].physicalLocation.region;
    assert.equal(DRAFT.split("\n")[startLine - 1]?.slice(startColumn - 1, endColumn - 1), snippet.text);
  });
});

describe("GitHub annotations", () => {
  const lines = formatGithub(report).trimEnd().split("\n");
  it("are a line each, whatever is in a message or a path", () => {
    for (const line of lines)
      assert.match(line, /^::(?:error|warning|notice) file=[^,:]*(?:,[a-zA-Z]+=[^,:]*)*::[^\r\n]*$/);
  });
  it("escape what the command would end at", () => {
    assert.ok(lines.some((line) => line.includes("file=drafts/flood%2C 50%25.md")));
    assert.ok(lines.some((line) => line.includes("not “come”,%0A100%25: check it.")));
  });
});

describe("JUnit", () => {
  it("fails at the level asked for", () => {
    assert.match(
      formatJunit(report, "warning"),
      /<testsuites name="sourceline" tests="8" failures="3" errors="1" skipped="2">/,
    );
    assert.match(formatJunit(report, "information"), /tests="8" failures="5" errors="1" skipped="1"/);
    assert.match(formatJunit(report, "error"), /failures="1"/);
  });
});

describe("levels of a gate", () => {
  for (const [level, expected] of [
    ["error", true],
    ["warning", true],
    ["information", true],
    ["hint", true],
  ] as const) {
    it(level, () => assert.equal(failsAt(report, level), expected));
  }
  it("a quiet finding passes every gate", () => assert.equal(atLeast(null, "hint"), false));
  it("a hint passes where information fails", () => assert.equal(atLeast("hint", "information"), false));
});

describe("the HTML page", () => {
  const html = formatHtml(report);
  it("holds the draft word for word, markup aside", () => {
    const document = linkedDocument(html);
    const words = (text: string) => text.replace(/[\s#*]+/g, "");
    const shown = [...document.querySelectorAll("article:first-of-type .text")].map((one) => {
      for (const ref of one.querySelectorAll(".ref, summary")) ref.remove();
      return one.textContent;
    });
    assert.equal(words(shown.join("")), words(DRAFT));
  });
  it("has a note for each fact, and each points back", () => {
    const document = linkedDocument(html);
    for (const note of document.querySelectorAll(".note")) {
      const back = note.querySelector(".back")?.getAttribute("href") ?? "";
      const ref = document.querySelector(`[id="${back.slice(1)}"]`);
      assert.equal(ref?.getAttribute("href"), `#${note.id}`);
    }
    assert.equal(document.querySelectorAll(".note").length, 7);
  });
  it("lets nothing of a source or a draft be markup", () => {
    const document = linkedDocument(html);
    assert.equal(document.querySelectorAll("script, iframe, img, object, link").length, 0);
    assert.match(html, /Gazette &lt;b&gt;/);
  });
  it("asks for nothing from anywhere", () => {
    assert.match(html, /default-src 'none'/);
    assert.doesNotMatch(html, /\bsrc=|@import|url\(/);
  });
});

describe("escaping", () => {
  it("leaves no character that markup gives a meaning", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const escaped = escapeMarkup(text);
        assert.doesNotMatch(escaped, /[<>"']|&(?!amp;|lt;|gt;|quot;|#39;)/);
        assert.doesNotMatch(escaped, /\p{Cs}/u);
      }),
    );
  });
});

function validator(schema: object) {
  const Draft04 = ((draft04 as unknown as { default?: typeof Ajv }).default ?? draft04) as unknown as typeof Ajv;
  const ajv = new Draft04({ strict: false, allErrors: true, unicodeRegExp: false });
  const addFormats =
    (formats as unknown as { default?: (ajv: Ajv) => void }).default ?? (formats as unknown as (ajv: Ajv) => void);
  addFormats(ajv);
  return ajv.compile(schema);
}
