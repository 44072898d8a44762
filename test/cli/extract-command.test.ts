import assert from "node:assert/strict";
import { PassThrough, Readable, Writable } from "node:stream";
import { test } from "node:test";
import { runExtract } from "../../server/src/cli/extract-command.ts";

/** Runs the command over lines; gives its exit code and the answers that it wrote. */
async function run(lines: readonly string[]): Promise<{ code: number; answers: Record<string, unknown>[] }> {
  const output = new PassThrough();
  const written: Buffer[] = [];
  output.on("data", (chunk: Buffer) => written.push(chunk));
  const code = await runExtract(Readable.from(lines.map((line) => `${line}\n`)), output);
  const answers = Buffer.concat(written).toString("utf8").trimEnd().split("\n");
  return { code, answers: answers.filter(Boolean).map((line) => JSON.parse(line) as Record<string, unknown>) };
}

test("each line is answered by one, in order, with figures as the contract has them", async () => {
  const text = "Amnesty International says that more than 1,600 civilians were killed in Raqqa.";
  const { code, answers } = await run([JSON.stringify({ id: "a", text }), JSON.stringify({ id: 2, text: "" })]);
  assert.equal(code, 0);
  assert.deepEqual(
    answers.map(({ id }) => id),
    ["a", 2],
  );
  const [figure] = (answers[0]?.["figures"] ?? []) as Record<string, unknown>[];
  const { start, end, low, high, bound, dimension, unit } = figure ?? {};
  assert.equal(text.slice(Number(start), Number(end)), "1,600");
  assert.deepEqual(
    { low, high, bound, dimension, unit },
    { low: 1600, high: 1600, bound: "more-than", dimension: "count", unit: null },
  );
  assert.ok(figure !== undefined && "counted" in figure && "outcome" in figure && "claimant" in figure);
  assert.deepEqual(answers[1]?.["figures"], []);
});

test("a line that cannot be read is told by its number, and the rest goes on", async () => {
  const { code, answers } = await run([
    "no json",
    "",
    "[]",
    '{"id":"x"}',
    '{"text":"43 people"}',
    '{"id":"y","text":"43 people"}',
  ]);
  assert.equal(code, 1);
  assert.deepEqual(
    answers.map(({ id, error }) => [id, String(error ?? "").slice(0, 6)]),
    [
      [null, "line 1"],
      [null, "line 3"],
      [null, "line 4"],
      [null, "line 5"],
      ["y", ""],
    ],
  );
});

test("the next line is read only when the last answer was taken", async () => {
  let asked = 0;
  const lines = function* () {
    for (; asked < 300; asked++) yield `${JSON.stringify({ id: asked, text: "43 people died." })}\n`;
  };
  let taken = 0;
  let ahead = 0;
  const output = new Writable({
    highWaterMark: 1,
    write(_chunk, _encoding, done) {
      taken++;
      ahead = Math.max(ahead, asked - taken);
      setImmediate(done);
    },
  });
  assert.equal(await runExtract(Readable.from(lines(), { highWaterMark: 1 }), output), 0);
  assert.equal(taken, 300);
  assert.ok(ahead <= 5, `${ahead} lines were read ahead of the output`);
});

test("lines are whole however the bytes are cut", async () => {
  const bytes = Buffer.from(
    `\ufeff${JSON.stringify({ id: "é", text: "43 pièces" })}\r\n${JSON.stringify({ id: 2, text: "7" })}`,
  );
  const output = new PassThrough();
  const code = await runExtract(Readable.from([...bytes].map((byte) => Buffer.from([byte]))), output);
  const lines = String(output.read()).trimEnd().split("\n");
  assert.equal(code, 0);
  assert.deepEqual(
    lines.map((line) => (JSON.parse(line) as { id: unknown }).id),
    ["é", 2],
  );
});
