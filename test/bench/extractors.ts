/*
 * Reading of figures and quotations beside other readers of numbers, on the same text. Arguments: megabytes of text, and the name of the
 * reader, which has a process of its own; without arguments the names are printed. Every reader is treated alike: it reads for a while until the engine has compiled what it runs, then goes over the text again and again for some seconds, and its
 * best pass counts, which other work of the machine disturbed least; one too slow for a whole pass is measured over as much as it reads.
 * Prints one line of JSON.
 */
import { bodyText, readText } from "../../server/src/corpus/index.ts";
import { makeArticle } from "./articles.ts";

/** What one reader came to. */
export interface ReaderResult {
  readonly name: string;
  /** Code units read in the best pass, the seconds that it took, the least seconds of processor time of any, and the figures found. */
  readonly bytes: number;
  readonly seconds: number;
  readonly work: number;
  readonly found: number;
  /** How many passes there were. */
  readonly passes: number;
  /** Megabytes a second of the very first reading, before anything is compiled. */
  readonly cold: number;
}

/** Milliseconds of processor time for which each reader reads before it is measured, and for which it is measured. */
const WARM = 2000;
const MEASURED = 4000;
const COLD_BYTES = 300_000;
/** Takes a text; gives how many figures were found in it. */
type Reader = (text: string) => number;

const READERS: Readonly<Record<string, () => Promise<Reader>>> = {
  "Sourceline, numbers": async () => {
    const { readDocument } = await import("../../server/src/text/document.ts");
    const { readQuantities } = await import("../../server/src/extract/figures/index.ts");
    return (text) => readQuantities(readDocument(text), {}).length;
  },
  "Sourceline, figures and quotations with all context": async () => {
    const { extract } = await import("../../server/src/extract/index.ts");
    return (text) => extract(text).figures.length;
  },
  "@microsoft/recognizers-text-number": async () => {
    const { recognizeNumber } = await import("@microsoft/recognizers-text-number");
    return (text) => recognizeNumber(text, "en-us").length;
  },
  compromise: async () => {
    const { default: compromise } = await import("compromise");
    return (text) => compromise(text).numbers().length;
  },
  "wink-nlp (entities)": async () => {
    const [{ default: wink }, { default: model }] = await Promise.all([
      import("wink-nlp"),
      import("wink-eng-lite-web-model"),
    ]);
    const nlp = wink(model, ["sbd", "ner"]);
    return (text) => nlp.readDoc(text).entities().length();
  },
};

const [megabytes, asked] = process.argv.slice(2);
const texts: string[] = [];
let whole = 0;
if (asked === undefined) process.stdout.write(JSON.stringify(Object.keys(READERS)));
else {
  makeTexts(Number(megabytes) * 1e6);
  const load = READERS[asked] as () => Promise<Reader>;
  process.stdout.write(JSON.stringify(measure(asked, await load())));
}

function makeTexts(length: number): void {
  for (let i = 0; whole < length; i++) {
    const made = makeArticle(i);
    const [article] = readText(made.path, made.text).articles;
    if (article === undefined) continue;
    texts.push(bodyText(article));
    whole += bodyText(article).length;
  }
}

function measure(name: string, read: Reader): ReaderResult {
  const first = pass(read, WARM, COLD_BYTES);
  for (let left = WARM - first.work * 1000; left > 0; ) left -= pass(read, left).work * 1000;
  const passes: Pass[] = [];
  for (let left = MEASURED; left > 0; ) {
    const one = pass(read, left);
    if (passes.length === 0 || one.whole) passes.push(one);
    left -= one.work * 1000;
  }
  const { bytes, seconds, found } = passes.sort((a, b) => a.seconds - b.seconds)[0] as Pass;
  const work = Math.min(...passes.map((one) => one.work));
  return { name, bytes, seconds, work, found, passes: passes.length, cold: first.bytes / 1e6 / first.seconds };
}

/** One reading of the texts, or of as many as there was time for. */
interface Pass {
  readonly bytes: number;
  readonly seconds: number;
  readonly work: number;
  readonly found: number;
  readonly whole: boolean;
}

/** Reads the texts, until the processor time or the length given is used up. */
function pass(read: Reader, limit: number, most = Number.POSITIVE_INFINITY): Pass {
  const begun = performance.now();
  const before = process.cpuUsage();
  const used = () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  let [bytes, found] = [0, 0];
  for (const text of texts) {
    if (bytes >= most || used() > limit) break;
    found += read(text);
    bytes += text.length;
  }
  const seconds = (performance.now() - begun) / 1000;
  return { bytes, found, seconds, work: used() / 1000, whole: bytes === whole };
}
