import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { before, describe, it } from "node:test";
import { openIndexedCorpus } from "../../server/src/node/indexing/corpus.ts";
import { checkText } from "../../server/src/service/check.ts";
import { defaultSettings } from "../../server/src/service/settings.ts";
import type { Finding } from "../../server/src/verify/index.ts";

const root = path.join(import.meta.dirname, "..", "..");

describe("the sample draft", () => {
  let findings: readonly Finding[] = [];
  before(async () => {
    const corpus = openIndexedCorpus(path.join(root, "corpus"), { caches: null });
    await corpus.update();
    const draft = readFileSync(path.join(root, "client", "sample", "draft.md"), "utf8");
    findings = checkText(draft, "markdown", corpus.store, defaultSettings).findings;
  });
  const shows = (kind: Finding["kind"], verdicts: string) => {
    it(`shows each verdict on a ${kind}`, () => {
      const shown = new Set(findings.filter((one) => one.kind === kind).map(({ verdict }) => String(verdict)));
      for (const verdict of verdicts.split(" ")) assert.ok(shown.has(verdict), `no ${kind} is ${verdict}`);
    });
  };

  shows("figure", "supported disputed imprecise derived misattributed mismatched contradicted unsupported");
  shows("quote", "supported disputed altered misattributed unsupported");
  shows("citation", "undefined unused");

  it("shows each status of a citation", () => {
    const shown = new Set(findings.map(({ citation }) => citation));
    for (const status of ["cited", "uncited", "miscited"] as const)
      assert.ok(shown.has(status), `nothing is ${status}`);
  });
});
