import assert from "node:assert/strict";
import { test } from "node:test";
import { check, quantitiesOf } from "./figures.check.ts";

// Before the figure.
check("more than [[1,600]] civilians", "more-than 1600");
check("over [[1,600]] civilians", "more-than 1600");
check("well over [[1,600]] civilians", "more-than 1600");
check("in excess of [[1,600]] civilians", "more-than 1600");
check("exceeded [[1,600]] civilians", "more-than 1600");
check("topped [[$1 billion]]", "more-than 1e+9 USD");
check("at least [[1,600]] civilians", "at-least 1600");
check("no fewer than [[1,600]] civilians", "at-least 1600");
check("no less than [[1,600]] civilians", "at-least 1600");
check("a minimum of [[1,600]] civilians", "at-least 1600");
check("as few as [[10]] civilians", "at-least 10");
check("upwards of [[1,600]] civilians", "more-than 1600");
check("up to [[1,600]] civilians", "at-most 1600");
check("as many as [[1,600]] civilians", "at-most 1600");
check("as much as [[$5 million]]", "at-most 5e+6 USD");
check("no more than [[1,600]] civilians", "at-most 1600");
check("not more than [[1,600]] civilians", "at-most 1600");
check("at most [[1,600]] civilians", "at-most 1600");
check("a maximum of [[1,600]] civilians", "at-most 1600");
check("fewer than [[1,600]] civilians", "less-than 1600");
check("less than [[5%]] of it", "less-than 5 percent");
check("under [[5%]] of it", "less-than 5 percent");
check("below [[5%]] of it", "less-than 5 percent");
check("just under [[half]] of it", "less-than 0.5 fraction");
check("just short of [[1,600]]", "less-than 1600");
check("almost [[1,600]] civilians", "about 1600");
check("nearly [[1,600]] civilians", "about 1600");
check("about [[1,600]] civilians", "about 1600");
check("some [[1,600]] civilians", "about 1600");
check("around [[1,600]] civilians", "about 1600");
check("roughly [[1,600]] civilians", "about 1600");
check("approximately [[1,600]] civilians", "about 1600");
check("an estimated [[1,600]] civilians", "about 1600");
check("close to [[1,600]] civilians", "about 1600");
check("in the region of [[1,600]] civilians", "about 1600");
check("c. [[1,600]] civilians", "about 1600");
check("circa [[1,600]] civilians", "about 1600");
check("exactly [[1,600]] civilians", "1600");
check("only [[1,600]] civilians", "1600");
check("just [[1,600]] civilians", "1600");
check("about another [[40]] civilians", "about 40");
check("more than the [[43]] civilians", "more-than 43");
check("approximately every [[5]] years", "about 5 year");
check("nearly [[double]] the rate", "about 2 multiple");
check("more than [[doubled]]", "more-than 2 multiple");
check("nearly [[a third]] of it", "about 0.333333 fraction");
check("more than [[half]] voted", "more-than 0.5 fraction");
check("more than [[one in five]] voters", "more-than 0.2 fraction");
check("between about [[5 and 7]] homes", "about 5..7");
check("over [[20]] years ago", "more-than 20 year");
check("rebuilt over [[three]] years", "3 year");
check("jailed for over [[three]] years", "more-than 3 year");
check("edged up to [[0.5%]]", "0.5 percent");
check("It may be ~[[40]] or ≥[[50]] or <[[3]]", "about 40", "at-least 50", "less-than 3");
check("a sub-[[2%]] rate", "less-than 2 percent");
check("say [[43]] people died", "43");
// Behind it.
check("[[1,600]] or more", "at-least 1600");
check("[[1,600]]-plus", "at-least 1600");
check("[[1,600]]+ civilians", "at-least 1600");
check("[[50]] people or more", "50");
check("[[three]] years or more", "at-least 3 year");
check("[[18]] and over", "at-least 18");
check("[[18]] or younger", "at-most 18");
check("[[50]] or fewer", "at-most 50");
check("[[30]] or so", "about 30");
check("[[20]]-odd homes", "about 20");
check("[[5%]] or less", "at-most 5 percent");
check("[[43]] at most", "at-most 43");
check("[[43]] at least", "at-least 43");
// Vague amounts.
check("[[tens of thousands]] fled", "vague 20000..99999");
check("[[hundreds of thousands]] fled", "vague 200000..999999");
check("[[tens of millions]] fled", "vague 2e+7..1e+8");
check("[[hundreds]] of homes", "vague 200..999");
check("[[thousands]] fled", "vague 2000..9999");
check("[[dozens]] died", "vague 24..99");
check("[[scores]] of civilians died", "vague 40..199");
check("[[millions]] of voters", "vague 2e+6..1e+7");
check("[[several hundred]] homes", "vague 300..900");
check("[[a few hundred]] homes", "vague 200..900");
check("[[several thousand]] homes", "vague 3000..9000");
check("[[a couple of hundred]] homes", "vague 200..300");
check("[[a few dozen]] homes", "vague 24..108");
check("more than [[several hundred]] homes", "more-than vague 300..900");
check("several homes and a few cars");
check("tens of it");
// Ranges.
check("between [[1,291 and 1,600]] civilians", "1291..1600");
check("[[20-30]] civilians", "20..30");
check("[[5,000–7,000]] civilians", "5000..7000");
check("from [[5 to 7 percent]]", "5..7 percent");
check("[[100 to 150]] men", "100..150");
check("between [[5 and 7 billion euros]]", "5e+9..7e+9 EUR");
check("[[$5-10m]]", "5e+6..1e+7 USD");
check("[[$5m-$10m]]", "5e+6..1e+7 USD");
check("[[£1m to £2m]]", "1e+6..2e+6 GBP");
check("[[3-4%]]", "3..4 percent");
check("[[3.5% to 4%]]", "3.5..4 percent");
check("[[10 to 15]] minutes", "10..15 minute");
check("[[two or three]] days", "2..3 day");
check("a [[six-to-eight]]-week ban", "6..8 week");
check("[[635 to 541 million]] years ago", "5.41e+8..6.35e+8 year");
check("rose from [[5]] to [[7 percent]]", "5 percent", "7 percent");
check("between [[one and two million]] homes", "1e+6..2e+6");
check("[[5]] and [[7 percent]]", "5 percent", "7 percent");
check("[[80,000]] and [[3 percent]]", "80000", "3 percent");
check("won [[3]]-[[2]]", "3", "2");
check("by a [[52]]-[[48]] vote", "52", "48");
check("a [[2]]-[[3]] defeat", "2", "3");

test("bound words are told where they stand", () => {
  const text = "It killed no fewer than 43 people, 12 or more of them children.";
  const spans = quantitiesOf(text).map(({ boundSpan }) => boundSpan && text.slice(boundSpan.start, boundSpan.end));
  assert.deepEqual(spans, ["no fewer than", "or more"]);
});

test("precision is the step to which a figure is rounded", () => {
  const found = quantitiesOf("1,600; 1.2 million; 1,291; 2 million; 34,000; 3.45%").map(({ precision }) => precision);
  assert.deepEqual(
    found.map((step) => Number(step.toPrecision(3))),
    [100, 100_000, 1, 1_000_000, 1000, 0.01],
  );
});
