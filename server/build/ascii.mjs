import { readFileSync, writeFileSync } from "node:fs";

/**
 * Takes JavaScript files; has them in ASCII alone, by escapes. esbuild leaves other signs in regular expressions, and one of them is enough for V8 to keep
 * the whole of a program's text at two bytes a character, as long as it runs.
 */
export function writeInAscii(files) {
  for (const file of files) writeFileSync(file, inAscii(readFileSync(file, "utf8")));
}

/** Takes JavaScript, without such signs in `String.raw`; gives the same in ASCII. A sign may stand behind a backslash: the escape takes the place of both. */
export function inAscii(text) {
  return text.replace(/\\([\s\S])|[\u0080-\uffff]/g, (all, escaped) => {
    const unit = (escaped ?? all).charCodeAt(0);
    return unit < 128 ? all : `\\u${unit.toString(16).padStart(4, "0")}`;
  });
}
