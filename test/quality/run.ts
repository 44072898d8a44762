import { corpusStore, judgeFacts, scoresOf } from "./measure.ts";

/** Prints precision and recall by verdict over the labelled facts, then each fact judged otherwise than labelled (with `--wrong`). */
const judged = judgeFacts(corpusStore(new URL("../../corpus/", import.meta.url)));

const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(9);
console.log(
  `${"kind".padEnd(8)}${"verdict".padEnd(15)}${"labelled".padStart(9)}${"given".padStart(7)}${"precision".padStart(11)}${"recall".padStart(9)}`,
);
for (const { kind, verdict, labelled, given, precision, recall } of scoresOf(judged)) {
  console.log(
    `${kind.padEnd(8)}${verdict.padEnd(15)}${String(labelled).padStart(9)}${String(given).padStart(7)}${percent(precision).padStart(11)}${percent(recall)}`,
  );
}
for (const kind of ["figure", "quote"]) {
  const own = judged.filter(({ fact }) => fact.kind === kind);
  const right = own.filter((one) => one.right).length;
  console.log(`${kind}: ${right} of ${own.length} right (${percent(right / Math.max(1, own.length)).trim()})`);
}
if (process.argv.includes("--wrong")) {
  for (const { fact, given, right, message } of judged) {
    if (!right)
      console.log(
        `\n${fact.kind} ${[fact.verdict, ...(fact.also ?? [])].join("|")} but ${given}: [${fact.at}] ${fact.draft}\n    ${message}`,
      );
  }
}
