import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import { inAscii } from "../../server/build/ascii.mjs";

/** Takes an expression; checks that it has the same value in ASCII. */
const check = (expression: string) =>
  test(`${expression} is the same in ASCII`, () => {
    const ascii = inAscii(expression);
    assert.doesNotMatch(ascii, /[\u0080-\uffff]/);
    assert.notEqual(ascii, expression);
    assert.deepEqual(runInNewContext(ascii), runInNewContext(expression));
  });

check('"5–6"');
check('"\\\\–"');
check("`“five” – six`");
check('"a – b — c".split(/[–—]/).join()');
check('"a–b".replace(/\\–/, "")');
check('"2019年4月".match(/(\\d+)[年월]/u)[1]');
check('"😀x".replace(/😀/u, "")');
check('"\\\\n–\\n".length');
