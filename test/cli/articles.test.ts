import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { before, describe, it } from "node:test";
import { openIndexedCorpus } from "../../server/src/node/indexing/corpus.ts";
import { checkText } from "../../server/src/service/check.ts";
import { defaultSettings } from "../../server/src/service/settings.ts";
import { tell } from "../../server/src/service/words.ts";
import type { CorpusStore } from "../../server/src/store/types.ts";
import type { Finding } from "../../server/src/verify/index.ts";

const folder = process.env["SOURCELINE_ARTICLES"] ?? "";
const skip = existsSync(folder) ? false : "SOURCELINE_ARTICLES names no folder of saved articles";

describe("against articles as they were saved", { skip }, () => {
  let store: CorpusStore;
  before(async () => {
    const corpus = openIndexedCorpus(folder, { caches: null });
    await corpus.update();
    store = corpus.store;
  });
  const only = (draft: string): Finding => {
    const { findings } = checkText(draft, "plain", store, defaultSettings);
    assert.equal(findings.length, 1, findings.map(({ text }) => text).join(", "));
    return findings[0] as Finding;
  };

  it("2,600 civilians killed in Raqqa is contradicted by more than 1,600", () => {
    const finding = only("In Raqqa, 2,600 civilians killed by the coalition were counted by Amnesty.");
    assert.equal(finding.verdict, "contradicted");
    assert.match(tell(finding.message), /^No source gives 2,600 civilians killed; .* more than 1,600/);
  });

  it("641 deaths stand in Voice of America", () => {
    const finding = only("Amnesty verified 641 deaths on the ground in Raqqa.");
    assert.equal(finding.verdict, "supported");
    assert.equal(store.source(finding.evidence[0]?.source ?? "")?.meta.outlet, "Voice of America");
  });

  it("what an outlet says of itself supports nothing", () => {
    assert.equal(only("The war was followed by reporters in 27 languages.").verdict, "unsupported");
    assert.equal(only("Its reporters work in 23 countries.").verdict, "unsupported");
  });

  it("the words on Raqqa stand, and the outlets give them to different people", () => {
    const words = '"Coalition forces razed Raqqa, but they cannot erase the truth," said';
    for (const speaker of ["Chris Woods", "Donatella Rovera"]) {
      const finding = only(`${words} ${speaker}.`);
      assert.equal(finding.verdict, "disputed");
      const message = tell(finding.message);
      assert.match(message, /Sputnik gives them to Chris Woods/);
      assert.match(message, /Voice of America gives them to (?:\S+ ){0,3}Donatella Rovera/);
    }
  });
});
