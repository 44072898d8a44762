import assert from "node:assert/strict";
import { test } from "node:test";
import { compareDates, dayNumber, WEEKDAY_BASE } from "../../server/src/extract/figures/calendar.ts";
import { check, checkWith, quantitiesOf } from "./figures.check.ts";

// Days.
check("on [[October 15, 2017]], it fell", "2017-10-15");
check("on [[Oct. 15, 2017]], it fell", "2017-10-15");
check("on [[15 October 2017]] it fell", "2017-10-15");
check("on [[15th October 2017]] it fell", "2017-10-15");
check("the [[15th of October, 2017]]", "2017-10-15");
check("on [[2017-10-15]] it fell", "2017-10-15");
check("on [[10/15/2017]] it fell", "2017-10-15");
check("on [[15/10/2017]] it fell", "2017-10-15");
check("on [[15.10.2017]] it fell", "2017-10-15");
check("on [[October 15]] it fell", "-10-15");
check("on [[17 October]] it fell", "-10-17");
check("on [[October 15-17, 2017]]", "2017-10-15..2017-10-17");
check("on [[15-17 October 2017]]", "2017-10-15..2017-10-17");
check("on [[February 29, 2016]]", "2016-02-29");
check("[[Nov. 3]] and [[Nov. 4]]", "-11-03", "-11-04");
check("In [[October 2017]] it fell", "2017-10-01..2017-10-31");
check("in [[October]] it fell", "-10-01..-10-31");
check("in [[May]] it fell", "-05-01..-05-31");
check("May it fall");
check("He may go in march");
check("By [[March 2019]] it fell", "2019-03-01..2019-03-31");
check("In [[October]] [[43]] people died", "-10-01..-10-31", "43");
check("in [[March]] [[12]] civilians died", "-03-01..-03-31", "12");
// Periods.
check("from [[June to October 2017]]", "2017-06-01..2017-10-31");
check("between [[June and October 2017]]", "2017-06-01..2017-10-31");
check("from [[June 6 to October 17, 2017]]", "2017-06-06..2017-10-17");
check("from [[December 2016 to January 2017]]", "2016-12-01..2017-01-31");
check("between [[August 2014]] and the end of [[March 2019]]", "2014-08-01..2014-08-31", "2019-03-01..2019-03-31");
check("in [[2017]] it fell", "2017-01-01..2017-12-31");
check("the [[2017]] report", "2017-01-01..2017-12-31");
check("meet the [[2016]] hopefuls", "2016-01-01..2016-12-31");
check("the [[2000]] hopefuls", "2000");
check("from [[2014 to 2018]]", "2014-01-01..2018-12-31");
check("between [[2014 and 2018]]", "2014-01-01..2018-12-31");
check("the [[2014-2018]] war", "2014-01-01..2018-12-31");
check("the [[2014-18]] war", "2014-01-01..2018-12-31");
check("the [[2016/17]] season", "2016-01-01..2017-12-31");
check("the [[1980s]]", "1980-01-01..1989-12-31");
check("the '[[90s]]", "1990-01-01..1999-12-31");
check("the mid-[[1990s]]", "about 1990-01-01..1999-12-31");
check("the [[20th century]]", "1900-01-01..1999-12-31");
check("a [[19th-century]] house", "1800-01-01..1899-12-31");
check("the [[summer of 2016]]", "2016-06-01..2016-08-31");
check("[[Spring 2016]]", "2016-03-01..2016-05-31");
check("[[2,017]] people in [[2017]]", "2017", "2017-01-01..2017-12-31");
check("[[2017]] people fled", "2017");
check("the [[2020]] Olympics", "2020-01-01..2020-12-31");
// Days told from the text's own.
check("on [[Monday]] it fell", "weekday 1");
check("on [[Friday]] night", "weekday 5");
check("[[last month]] and [[this week]]", "relative", "relative");
check("It fell [[yesterday]]", "relative");
check("in the last [[three]] months", "3 month");
const published = "2017-10-25";
checkWith({ published }, "on [[October 15]] it fell", "2017-10-15");
checkWith({ published }, "on [[November 15]] it fell", "2016-11-15");
checkWith({ published }, "on [[Monday]] it fell", "2017-10-23");
checkWith({ published }, "on [[Wednesday]] it fell", "2017-10-25");
checkWith({ published }, "[[last month]] it fell", "2017-09-01..2017-09-30");
checkWith({ published }, "[[this week]] it fell", "2017-10-23..2017-10-29");
checkWith({ published }, "[[last year]] it fell", "2016-01-01..2016-12-31");
checkWith({ published }, "[[next month]] it falls", "2017-11-01..2017-11-30");
checkWith({ published }, "[[yesterday]] it fell", "2017-10-24");
checkWith({ published: "2018-01-05" }, "in [[December]] it fell", "2017-12-01..2017-12-31");
checkWith({ published: "no date" }, "on [[October 15]] it fell", "-10-15");

/** Compares the first dates of two texts. */
function relation(first: string, second: string): string {
  const [a, b] = [first, second].map((text) => quantitiesOf(text)[0]);
  assert.ok(a !== undefined && b !== undefined);
  return compareDates(a, b);
}

test("a date without a year is the same as a full one of that day", () => {
  assert.equal(relation("on October 15", "on 15 October 2017"), "same");
  assert.equal(relation("on October 16", "on 15 October 2017"), "different");
  assert.equal(relation("in February", "in February 2019"), "same");
  assert.equal(relation("in February", "in February 2020"), "same");
  assert.equal(relation("in December", "in December 2019"), "same");
  assert.equal(relation("on February 28", "on 28 February 2019"), "same");
});

test("a day lies within its month, a month within its year", () => {
  assert.equal(relation("on October 15", "in October 2017"), "within");
  assert.equal(relation("in October 2017", "in 2017"), "within");
});

test("a weekday is compared with the weekday of a day", () => {
  assert.equal(relation("on Sunday", "on 15 October 2017"), "same");
  assert.equal(relation("on Monday", "on 15 October 2017"), "different");
  assert.equal(relation("on Monday", "on Tuesday"), "different");
});

test("what cannot be compared is unknown", () => {
  assert.equal(relation("last month", "in October 2017"), "unknown");
  assert.equal(relation("on Monday", "on October 15"), "unknown");
});

test("the week of weekdays begins on a Monday", () => {
  assert.equal((((WEEKDAY_BASE + 3) % 7) + 7) % 7, 0);
  assert.equal(dayNumber(1970, 1, 1), 0);
});
