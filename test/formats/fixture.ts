import { readText } from "../../server/src/corpus/index.ts";
import { prepareDraft } from "../../server/src/draft/index.ts";
import { type CheckReport, checkReport } from "../../server/src/service/formats/report.ts";
import type { ReportedDraft } from "../../server/src/service/report.ts";
import { defaultSettings } from "../../server/src/service/settings.ts";
import { createMemoryStore } from "../../server/src/store/memory.ts";
import { lineIndex } from "../../server/src/text/lines.ts";
import type { Evidence, Finding } from "../../server/src/verify/index.ts";

/** Sources that say things twice, and in ways that break formats. */
const SOURCES = [
  {
    id: "courier",
    outlet: "The Courier",
    published: "2021-03-04",
    text: "Flood on the Brenta\n\nThe flood killed 12 people in the valley, the province said.\n\n“We saw it coming,” said Ada Moretti.",
  },
  {
    id: "gazette",
    outlet: 'Gazette <b>"&amp;"</b>',
    published: "2021-03-05",
    text: 'A second <script>alert("x")</script> count\n\nAt least 14 people died, ]]> --> the province now says: 100% of them\r\n::error::indoors.',
  },
  { id: "unread", outlet: null, published: null, text: "Nobody cites this page, and it says nothing of the flood." },
];

export const DRAFT = `---
title: "Flood"
date: 2021-03-06
---

# The *flood*, counted

The flood killed **12 people** in the valley [@courier], and 40 were hurt. Nobody has counted 3,000 sheep.

“We saw it come,” said Ada Moretti [@nobody]. <b>Fifty % of it, that is: all</b>.

- one house of \`two\`
`;

/** What stands in the draft, and what was found of it: words, kind, verdict, citation, message, evidence. */
type Row = readonly [string, Finding["kind"], Finding["verdict"], Finding["citation"], string, readonly Evidence[]];

/** Articles alone: what formats print is given by hand, and no reader of figures has a part in it. */
const store = createMemoryStore();
for (const { id, outlet, published, text } of SOURCES) {
  const [article] = readText(`${id}.txt`, text).articles;
  if (article === undefined) throw new Error(`the source ${id} could not be read`);
  store.put({ ...article, meta: { ...article.meta, id, outlet, published } }, { figures: [], quotes: [] });
}

function evidence(source: string, relation: Evidence["relation"], passage: string, focus: string): Evidence {
  const text = store.article(source)?.text ?? "";
  const start = text.indexOf(passage);
  const at = start + passage.indexOf(focus);
  return {
    source,
    relation,
    start,
    end: start + passage.length,
    passage,
    focus: { start: at, end: at + focus.length, text: focus },
    claimant: "the province",
    differences: [],
    place: { paragraph: 2, page: null },
    published: "2021-03-04",
  };
}

const courier = evidence("courier", "supports", "The flood killed 12 people in the valley, the province said.", "12");
const gazette = evidence(
  "gazette",
  "contradicts",
  "At least 14 people died, ]]> --> the province now says: 100% of them\r\n::error::indoors.",
  "14",
);
const moretti: Evidence = {
  ...evidence("courier", "mentions", "“We saw it coming,” said Ada Moretti.", "We saw it coming,"),
  claimant: "Ada Moretti",
  differences: [{ draft: { start: 0, end: 4, text: "come" }, source: { start: 0, end: 6, text: "coming" } }],
};

const ROWS: readonly Row[] = [
  [
    "12",
    "figure",
    "disputed",
    "cited",
    "The sources differ: The Courier gives 12 people killed and Gazette gives at least 14.",
    [courier, gazette],
  ],
  ["40", "figure", "unsupported", "uncited", "No source has 40 hurt.", []],
  ["3,000", "figure", "unsupported", "uncited", "No source has 3,000 sheep.", []],
  [
    "We saw it come,",
    "quote",
    "altered",
    "undefined",
    "The Courier has “coming”, not “come”,\n100%: check it.",
    [moretti],
  ],
  [
    "nobody",
    "citation",
    "undefined",
    null,
    "The corpus has no source “nobody”; correct the id, or add the source.",
    [],
  ],
  ["Fifty %", "figure", "unchecked", "uncited", "Not checked: it stands in HTML.", []],
  ["two", "figure", "supported", "cited", "The Courier gives two.", [courier]],
];

function findingOf([text, kind, verdict, citation, message, all]: Row): Finding {
  const start = DRAFT.indexOf(text);
  return {
    kind,
    start,
    end: start + text.length,
    text,
    verdict,
    citation,
    message: { key: message, args: {} },
    evidence: all,
    suggestions: [],
    figure: null,
    quote: null,
  };
}

export const FINDINGS: readonly Finding[] = ROWS.map(findingOf);

/** Gives drafts as a check leaves them: one with a finding of each kind, one that could not be read. */
export function reported(): ReportedDraft[] {
  const common = { settings: defaultSettings, store, problems: [PROBLEM], link: null };
  const checked = {
    draft: prepareDraft(DRAFT, "markdown"),
    lines: lineIndex(DRAFT),
    findings: FINDINGS.filter(({ text }) => text !== "3,000"),
    ignored: FINDINGS.filter(({ text }) => text === "3,000").map((finding) => ({
      finding,
      reason: "confirmed <by> phone, 4 March",
      by: "file" as const,
    })),
    slips: [],
    skipped: new Map([["year", 2]] as const),
  };
  return [
    { name: "drafts/flood, 50%.md", checked, errors: [], ...common },
    {
      name: "gone.md",
      checked: null,
      errors: ["gone.md could not be read (no such file); check the path."],
      ...common,
    },
  ];
}

const PROBLEM = {
  path: "scan.pdf",
  severity: "warning",
  message: "scan.pdf holds pictures only: nothing in it was read.",
  span: null,
} as const;

/** Gives the report that goldens and tests are made from. */
export function sampleReport(): CheckReport {
  return checkReport(reported());
}
