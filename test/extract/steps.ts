import { readDocument, type TextDocument } from "../../server/src/text/document.ts";
import type { Tokens } from "../../server/src/text/tokens.ts";

/** Takes a text; gives it cut up, and a count of how often what reads it has looked at a token. */
export function counted(text: string): { document: TextDocument; steps(): number } {
  const document = readDocument(text);
  let steps = 0;
  const column = <T extends Int32Array | Uint8Array>(of: T): T =>
    new Proxy(of, {
      get(target, name) {
        if (typeof name === "string" && name >= "0" && name < ":") steps++;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
  const { tokens } = document;
  const watched: Tokens = {
    text: tokens.text,
    count: tokens.count,
    start: column(tokens.start),
    end: column(tokens.end),
    kind: column(tokens.kind),
    gap: column(tokens.gap),
    hash: column(tokens.hash),
    check: column(tokens.check),
    shape: column(tokens.shape),
    kept: [],
    lower(index) {
      steps++;
      return tokens.lower(index);
    },
    raw(index) {
      steps++;
      return tokens.raw(index);
    },
    sign(index) {
      steps++;
      return tokens.sign(index);
    },
  };
  return { document: { ...document, tokens: watched, kept: [] }, steps: () => steps };
}

/** Takes a piece of text, a length in code units and what reads a text; gives how many times the steps grow when the repeated piece is twice as long, and the steps a code unit. */
export function growth(
  piece: string,
  length: number,
  read: (document: TextDocument) => void,
): { ratio: number; each: number } {
  const stepsFor = (size: number) => {
    const { document, steps } = counted(piece.repeat(Math.ceil(size / piece.length)));
    read(document);
    return steps();
  };
  const steps = stepsFor(2 * length);
  return { ratio: steps / stepsFor(length), each: steps / (2 * length) };
}
