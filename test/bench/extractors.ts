/*
 * Reading of figures and quotations beside other readers of numbers, on the same text. Argument: megabytes of text for the product;
 * the others read as much of it as they can in some seconds. Prints one line of JSON.
 */
import { recognizeNumber } from "@microsoft/recognizers-text-number";
import compromise from "compromise";
import winkModel from "wink-eng-lite-web-model";
import wink from "wink-nlp";
import { bodyText, readText } from "../../server/src/corpus/index.ts";
import { readQuantities } from "../../server/src/extract/figures/index.ts";
import { extract } from "../../server/src/extract/index.ts";
import { readDocument } from "../../server/src/text/document.ts";
import { makeArticle } from "./articles.ts";

/** What one reader came to. */
export interface ReaderResult {
  readonly name: string;
  readonly bytes: number;
  readonly seconds: number;
  readonly found: number;
}

const megabytes = Number(process.argv[2] ?? 4);
const texts: string[] = [];
for (let i = 0, length = 0; length < megabytes * 1e6; i++) {
  const made = makeArticle(i);
  const [article] = readText(made.path, made.text).articles;
  if (article === undefined) continue;
  texts.push(bodyText(article));
  length += article.text.length;
}

const nlp = wink(winkModel, ["sbd", "ner"]);
const READERS: Readonly<Record<string, (text: string) => number>> = {
  "Sourceline, numbers": (text) => readQuantities(readDocument(text), {}).length,
  "Sourceline, figures and quotations with all context": (text) => extract(text).figures.length,
  "@microsoft/recognizers-text-number": (text) => recognizeNumber(text, "en-us").length,
  compromise: (text) => compromise(text).numbers().length,
  "wink-nlp (entities)": (text) => nlp.readDoc(text).entities().length(),
};

const results = Object.entries(READERS).map(([name, read]): ReaderResult => {
  for (const text of texts.slice(0, name.startsWith("Sourceline") ? 300 : 3)) read(text);
  const begun = performance.now();
  let [bytes, found] = [0, 0];
  for (const text of texts) {
    found += read(text);
    bytes += text.length;
    if (performance.now() - begun > 6000) break;
  }
  return { name, bytes, seconds: (performance.now() - begun) / 1000, found };
});
process.stdout.write(`${JSON.stringify(results)}\n`);
