import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "@babel/parser";
import { languages as spoken, words } from "../../server/src/service/words.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));
const languages = ["es", "fr"];

describe("texts in other languages", () => {
  for (const language of languages) {
    it(`has every text of the manifest in ${language}`, () => {
      const english = table("package.nls.json");
      const other = table(`package.nls.${language}.json`);
      assert.deepEqual(Object.keys(other).sort(), Object.keys(english).sort());
      for (const [key, text] of Object.entries(english)) assert.deepEqual(links(other[key] ?? ""), links(text), key);
    });

    it(`has every text of the client in ${language}`, () => {
      const other = table(`l10n/bundle.l10n.${language}.json`);
      assert.deepEqual(Object.keys(other).sort(), [...textsOfClient()].sort());
      for (const [text, translated] of Object.entries(other)) assert.deepEqual(gaps(translated), gaps(text), text);
    });
  }
});

it("names verdicts in its trees as the hovers and reports do", () => {
  for (const language of languages) {
    const trees = table(`l10n/bundle.l10n.${language}.json`);
    for (const [key, word] of Object.entries(words))
      if (/^(?:verdict\.|report\.ignored$)/.test(key) && word in trees)
        assert.equal(trees[word], spoken[language]?.[key], `${language} ${key}`);
  }
});

it("has fewer than fifteen settings, each with a scope and a description", () => {
  const { contributes } = JSON.parse(read("package.json"));
  const settings = Object.entries(contributes.configuration.properties as Record<string, Record<string, string>>);
  assert.ok(settings.length < 15);
  for (const [name, { scope, markdownDescription }] of settings) {
    assert.equal(scope, name === "sourceline.trace.server" ? "window" : "resource", name);
    assert.ok(markdownDescription, name);
  }
});

function table(path: string): Record<string, string> {
  return JSON.parse(read(path));
}

function read(path: string): string {
  return readFileSync(join(project, path), "utf8");
}

function links(text: string): string[] {
  return (text.match(/\(command:[^)]+\)|`[^`]+`/g) ?? []).sort();
}

function gaps(text: string): string[] {
  return (text.match(/\{\d\}/g) ?? []).sort();
}

/** The first argument of every call of `vscode.l10n.t`, which must be a text as it stands. */
function textsOfClient(): Set<string> {
  const texts = new Set<string>();
  for (const path of globSync("client/src/**/*.ts", { cwd: project })) {
    const tree = parse(read(path), { sourceType: "module", plugins: ["typescript"] });
    walk(tree.program, (text) => texts.add(text), path);
  }
  return texts;
}

function walk(node: unknown, found: (text: string) => void, path: string): void {
  if (typeof node !== "object" || node === null) return;
  const {
    type,
    callee,
    arguments: given,
  } = node as Record<string, { [key: string]: unknown; type?: string }[]> & {
    readonly type?: string;
    readonly callee?: {
      readonly property?: { readonly name?: string };
      readonly object?: { readonly property?: { readonly name?: string } };
    };
  };
  if (type === "CallExpression" && callee?.property?.name === "t" && callee.object?.property?.name === "l10n") {
    const first = given?.[0];
    assert.equal(first?.["type"], "StringLiteral", `${path}: a text for translation must stand there as it is`);
    found(String(first?.["value"]));
  }
  for (const child of Object.values(node)) walk(child, found, path);
}
