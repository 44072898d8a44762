import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, it } from "node:test";
import { hoverAt } from "../../server/src/service/hover.ts";
import { reportOf } from "../../server/src/service/report.ts";
import { dateWords, languages, say, speak, words } from "../../server/src/service/words.ts";
import { desk } from "./desk.ts";

const ROOMS = path.join(import.meta.dirname, "..", "..", "server", "src");
const placeholders = (sentence: string) => [...new Set(sentence.match(/\{\w+\}/g) ?? [])].sort();
/** Sentences that are the same in two languages, or hold no words. */
const ALIKE =
  /^(?:figure\.(?:word|words|pair|supported|claim(?:\.dated)?|said\.(?:exact|worded))|related\.\w+|kind\.(?:counted|date|fraction|multiple)|place\.page|report\.sources|place\.paged)$/;

afterEach(() => void speak("en"));

describe("the product speaks", () => {
  it("of every thing in every language, with the same placeholders", () => {
    for (const [code, table] of Object.entries(languages)) {
      assert.deepEqual(Object.keys(table).sort(), Object.keys(words).sort(), code);
      for (const [key, sentence] of Object.entries(table)) {
        assert.deepEqual(placeholders(sentence), placeholders(words[key] ?? ""), `${code} ${key}`);
        if (code !== "en" && !ALIKE.test(key)) assert.notEqual(sentence, words[key], `${code} ${key} is translated`);
      }
    }
  });

  it("only keys that there are, and has no sentence that nothing says", () => {
    const files = readdirSync(ROOMS, { recursive: true, encoding: "utf8" }).filter(
      (file) => file.endsWith(".ts") && !file.includes("locale"),
    );
    const code = files.map((file) => readFileSync(path.join(ROOMS, file), "utf8")).join("\n");
    for (const [, key = ""] of code.matchAll(/\bsay\("([a-z][\w.-]+)"/g))
      assert.ok(key in words, `${key} is in the table`);
  });

  it("the language of the client, English where it is not known", () => {
    assert.deepEqual([speak("fr-CA"), speak("es_MX"), speak("de"), speak(null)], ["fr", "es", "en", "en"]);
  });

  it("Spanish and French in hovers, dates and reports", () => {
    const { checked, cursor, context, store } = desk("The flood killed more than 4¦3 people in Norland.");
    const shown = () => {
      const { contents } = hoverAt(checked, cursor, context) ?? { contents: "" };
      return typeof contents === "object" && "value" in contents ? contents.value : "";
    };
    const draft = { name: "d.md", checked, errors: [], settings: context.settings, store, problems: [], link: null };
    speak("es");
    assert.match(shown(), /^\*\*Respaldado\.\*\* Alpha Times y Beta Post dan más de 43 people .*2 de marzo de 2024/s);
    speak("fr");
    assert.match(shown(), /^\*\*Étayé\.\*\* Alpha Times et Beta Post donnent plus de 43 people .*2 mars 2024/s);
    assert.match(reportOf([draft]), /^# Références vérifiées : d\\?\.md\n\n- Chiffres : 1 sur 1/);
    assert.equal(dateWords("2024"), "2024");
    speak("en");
    assert.equal(dateWords("2024-03-02"), "March 2, 2024");
    assert.equal(say("task.fix"), "To fix");
  });
});
