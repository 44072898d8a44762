import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { Desk } from "./program.ts";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const page = readme.slice(readme.indexOf("### Many texts at once"), readme.indexOf("## Other editors"));
const [pair = "", shown = ""] = [...page.matchAll(/```json\n([\s\S]*?)\n```/g)].map(([, block = ""]) => block);
const script = (/\n {4}node -e '([\s\S]*?)' < findings\.jsonl\n/.exec(page)?.[1] ?? "").replaceAll("\n    ", "\n");

interface Finding {
  readonly text: string;
  readonly verdict: string;
  readonly message: string;
  readonly evidence: readonly { readonly passage: string }[];
}

describe("the README's page on many texts", () => {
  it("shows what the command prints, and what its script makes of it", async () => {
    const desk = new Desk({});
    desk.input = `${pair}\n`;
    const { code, out } = await desk.run("verify", "--jsonl");
    assert.equal(code, 0);
    const { findings } = JSON.parse(out) as { findings: readonly Finding[] };
    const expected = JSON.parse(shown) as Finding;
    const found = findings.find(({ text }) => text === expected.text);
    assert.ok(found);
    const [passage = "", told = ""] = [found, expected].map(({ evidence }) => evidence[0]?.passage);
    assert.ok(passage.startsWith(told.replace(/ …$/, "")), told);
    const evidence = [{ ...found.evidence[0], passage: told, differences: undefined }];
    const fields = Object.fromEntries(Object.keys(expected).map((key) => [key, found[key as keyof Finding]]));
    assert.deepEqual(JSON.parse(JSON.stringify({ ...fields, evidence })), expected);
    for (const [, words = ""] of page.matchAll(/“([^”]+)”(?=[^.]*are `supported`)/g))
      assert.equal(findings.find(({ text }) => text === words)?.verdict, "supported", words);
    assert.equal(await scripted(out), `s1 "${found.text}" ${found.message}\n`);
  });
});

function scripted(input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(process.execPath, ["-e", script], (error, out) => (error ? reject(error) : resolve(out)));
    child.stdin?.end(input);
  });
}
