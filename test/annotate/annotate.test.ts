import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, it } from "node:test";
import { promisify } from "node:util";
import fc from "fast-check";
import JSZip from "jszip";
import { prepareDraft } from "../../server/src/draft/index.ts";
import { annotateDocx } from "../../server/src/service/annotate/docx.ts";
import { annotateMarkdown, cleanDraft, isAnnotated } from "../../server/src/service/annotate/markdown.ts";
import { checkReport, type ReportDraft } from "../../server/src/service/formats/report.ts";
import { defaultSettings } from "../../server/src/service/settings.ts";
import { createMemoryStore } from "../../server/src/store/memory.ts";
import { lineIndex } from "../../server/src/text/lines.ts";
import type { Finding } from "../../server/src/verify/index.ts";
import { DRAFT, FINDINGS, sampleReport } from "../formats/fixture.ts";
import { matchesGolden } from "../formats/golden.ts";

const report = sampleReport();
const [draft] = report.drafts as [ReportDraft];
const WRITTEN = new Date("2021-03-07T09:00:00Z");

describe("the annotated draft in Markdown", () => {
  const annotated = annotateMarkdown(draft, report.sources);
  it("matches its golden copy", () => matchesGolden("annotated.md", annotated));
  it("is cleaned to the writer's text", () => assert.equal(cleanDraft(annotated), DRAFT));
  it("keeps the writer's prose, citations and definitions apart from its own", () => {
    const bare = (text: string) => text.replace(/\[\^sourceline-\d+\]/g, "");
    const { citations } = prepareDraft(annotated.slice(0, annotated.indexOf("<!-- sourceline")), "markdown");
    assert.deepEqual(
      citations.filter(({ style }) => style === "pandoc").map(({ text }) => bare(text)),
      draft.citations.map(({ text }) => text),
    );
  });
  it("puts a mark behind closing quotation marks and behind a citation", () => {
    assert.ok(annotated.includes("come,”[^sourceline-4] said"));
    assert.ok(annotated.includes("[@nobody][^sourceline-5]."));
  });
  it("is what it was after an edit and a clean", () => {
    const edited = annotated.replace("in the valley", "in the whole valley");
    assert.equal(cleanDraft(edited), DRAFT.replace("in the valley", "in the whole valley"));
  });
});

/** Any text, of pieces that are hard on marks, with findings anywhere in it. */
const pieces = fc.constantFrom(
  "[^sourceline-",
  "7]",
  "[^1]",
  "[^1]: note",
  "\n",
  "\r\n",
  "\r",
  "\n\n",
  "12",
  "“so”",
  "[@voa]",
  "**",
  "# ",
  "<!-- ",
  "-->",
  "---\n",
  "é",
  "😀",
  " ",
  "sourceline notes",
  "\ttab",
  "`code`",
  "> ",
);
const texts = fc
  .array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 6 })), { maxLength: 30 })
  .map((all) => all.join(""));
const annotatable = texts
  .filter((text) => !isAnnotated(text))
  .chain((text) =>
    fc.record({ text: fc.constant(text), at: fc.array(fc.tuple(fc.nat(text.length), fc.nat(8)), { maxLength: 6 }) }),
  );

function draftWith(text: string, at: readonly (readonly [number, number])[]): ReportDraft {
  const findings = at.map(([from, length]): Finding => {
    const [start, end] = [whole(text, from), whole(text, Math.min(text.length, from + length))];
    return { ...(FINDINGS[start % FINDINGS.length] as Finding), start, end, text: text.slice(start, end) };
  });
  findings.sort((a, b) => a.start - b.start);
  const checked = {
    draft: prepareDraft(text, "markdown"),
    lines: lineIndex(text),
    findings,
    ignored: [],
    slips: [],
    skipped: new Map(),
  };
  const common = { settings: defaultSettings, store: createMemoryStore(), problems: [], link: null };
  return checkReport([{ name: "any.md", checked, errors: [], ...common }]).drafts[0] as ReportDraft;
}

/** No fact begins or ends inside a character. */
function whole(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text[at] ?? "") && /[\uD800-\uDBFF]/.test(text[at - 1] ?? "") ? at - 1 : at;
}

describe("annotating and cleaning, for any text", () => {
  it("cleaning undoes annotating, byte for byte", () => {
    fc.assert(
      fc.property(annotatable, ({ text, at }) => {
        assert.equal(cleanDraft(annotateMarkdown(draftWith(text, at), report.sources)), text);
      }),
      { numRuns: 500 },
    );
  });
  it("a text without marks is left alone", () => {
    fc.assert(fc.property(texts, (text) => cleanDraft(text) === text || isAnnotated(text)));
  });
  it("a Word document holds every line of the text, and every note once", async () => {
    await fc.assert(
      fc.asyncProperty(annotatable, async ({ text, at }) => {
        const one = draftWith(text, at);
        const { lines, comments, anchors } = await readDocx(await annotateDocx(one, report.sources, WRITTEN));
        assert.deepEqual(lines, text.split(/\r\n|\n|\r/).map(possible));
        assert.equal(comments, at.length);
        assert.equal(anchors.length, at.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe("the annotated draft for Word", () => {
  it("anchors each comment to the words of its fact", async () => {
    const { anchors } = await readDocx(await annotateDocx(draft, report.sources, WRITTEN));
    assert.deepEqual(
      anchors,
      FINDINGS.map(({ text }) => text),
    );
  });
  it("opens in LibreOffice with its comments, its text unchanged", async (t) => {
    const office = await hasOffice();
    if (!office) return t.skip("LibreOffice is not installed (Debian: apt-get install libreoffice-writer)");
    const folder = await mkdtemp(path.join(tmpdir(), "sourceline-docx-"));
    try {
      await writeFile(path.join(folder, "draft.docx"), await annotateDocx(draft, report.sources, WRITTEN));
      await convert(folder, "txt:Text (encoded):UTF8", "draft.docx");
      const text = (await readFile(path.join(folder, "draft.txt"), "utf8")).replace(/^\uFEFF/, "");
      assert.equal(text.replace(/\r\n/g, "\n").trimEnd(), DRAFT.trimEnd());
      await convert(folder, "odt", "draft.docx");
      await convert(folder, "docx:Office Open XML Text", "draft.odt");
      const back = await readDocx(await readFile(path.join(folder, "draft.docx")));
      assert.deepEqual(
        back.anchors,
        FINDINGS.map(({ text }) => text),
      );
      assert.match(back.notes, /Courier has “coming”, not “come”/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

async function hasOffice(): Promise<boolean> {
  return promisify(execFile)("soffice", ["--version"]).then(
    () => true,
    () => false,
  );
}

async function convert(folder: string, format: string, file: string): Promise<void> {
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  await promisify(execFile)("soffice", [
    profile,
    "--headless",
    "--convert-to",
    format,
    "--outdir",
    folder,
    path.join(folder, file),
  ]);
}

/** Lines, number of comments, their words in the order of their ids, and the text of all comments. */
async function readDocx(
  bytes: Uint8Array,
): Promise<{ lines: string[]; comments: number; anchors: string[]; notes: string }> {
  const zip = await JSZip.loadAsync(bytes);
  const body = (await zip.file("word/document.xml")?.async("string")) ?? "";
  const notes = (await zip.file("word/comments.xml")?.async("string")) ?? "";
  const lines = [...body.matchAll(/<w:p\/>|<w:p[ >].*?<\/w:p>/gs)].map(({ 0: one }) => textOf(one));
  const ids = [...body.matchAll(/<w:commentRangeStart w:id="(\d+)"\/>/g)]
    .map(([, id]) => Number(id))
    .sort((a, b) => a - b);
  const anchors = ids.map((id) => {
    const [, inside = ""] =
      new RegExp(`<w:commentRangeStart w:id="${id}"/>(.*?)<w:commentRangeEnd w:id="${id}"/>`, "s").exec(body) ?? [];
    return textOf(inside);
  });
  return { lines, anchors, comments: [...notes.matchAll(/<w:comment[ >]/g)].length, notes: textOf(notes) };
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

function textOf(xml: string): string {
  const pieces = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:tab\/>/g)].map(([all, text]) =>
    all === "<w:tab/>" ? "\t" : (text ?? ""),
  );
  return pieces
    .join("")
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (_, decimal, hex, name) =>
      name !== undefined
        ? (ENTITIES[name] ?? "")
        : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
    );
}

function possible(line: string): string {
  return line.replace(/(?!\t)\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, "\uFFFD");
}
