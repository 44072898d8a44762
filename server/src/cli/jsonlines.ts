import { once } from "node:events";

/**
 * Takes a stream of lines and a function from a line and its number (from 1) to its answer; writes one line of JSON for each that is not blank,
 * in order. No more is read than the piece at hand, and nothing while the reader of the output is slow, so that memory does not grow with the input.
 * Gives the exit code: 0, or 1 where an answer holds an `error`.
 */
export async function answerLines(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  answer: (line: string, number: number) => object,
): Promise<number> {
  let number = 0;
  let failed = 0;
  for await (const line of splitLines(input)) {
    number++;
    if (line.trim() === "") continue;
    const answered = answer(line, number);
    if ("error" in answered) failed = 1;
    if (!output.write(`${JSON.stringify(answered)}\n`)) await once(output, "drain");
  }
  return failed;
}

/** Takes a stream of bytes or strings; gives its lines, without their ends, as they come in. A byte order mark is dropped. */
export async function* splitLines(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8");
  let pieces: string[] = [];
  for await (const chunk of input) {
    const text = typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
    let from = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
      pieces.push(text.slice(from, end));
      yield withoutReturn(pieces.join(""));
      pieces = [];
      from = end + 1;
    }
    if (from < text.length) pieces.push(text.slice(from));
  }
  const last = pieces.join("") + decoder.decode();
  if (last !== "") yield withoutReturn(last);
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
