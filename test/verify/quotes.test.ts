import { describe } from "node:test";
import { fixture } from "./fixture.ts";
import { checkQuote, type Expected } from "./quotes.check.ts";

const { store } = fixture(`
== herald | The Herald | 2021-03-01
The harbour was shut on Monday.

"The storm took the old pier, and we shall rebuild it before the winter comes," said Anna Kowal, the mayor of Port Ellen. "Nobody was hurt, but eleven boats were lost. That is a heavy blow for a small town."

The coast guard did not say that the warning came too late. "We never claimed that the alarm had failed," said Captain Tom Reed.

Insurers called the losses "quite remarkable" and said they would pay within 30 days.

== courier | The Courier | 2021-03-02
"The storm took the old pier, and we shall rebuild it before the winter comes," said Deputy Mayor Ian Frame.

"The nets will hold for another year," said glaciologist Vera Lindt. Glaciologist Vera Lindt said: "The ice is thin."

"Nobody was hurt, but eleven boats were lost," Mayor Anna Kowal told the Courier. "We have asked the government for four million pounds."

The lamps went out before the water came, said Ian Frame. Anna Kowal was on the quay.

The flood gates stayed open through the night, a failure that engineers had foreseen for years.
`);

const check = (draft: string, expected: Expected | Expected["verdict"]) =>
  checkQuote(store, draft, typeof expected === "string" ? { verdict: expected } : expected);

describe("words that stand, from the right mouth", () => {
  check('"Nobody was hurt, but eleven boats were lost," said Anna Kowal.', "supported");
  check('"The ice is thin," said Vera Lindt.', "supported");
  check("“Nobody was hurt, but eleven boats were lost,” Kowal said.", "supported");
  check("Mayor Anna Kowal said that “eleven boats were lost”.", "supported");
  check('According to Kowal, "that is a heavy blow for a small town".', "supported");
  check("‘We have asked the government for four million pounds,’ said Anna Kowal.", "supported");
  check("«We have asked the government for four million pounds», said Kowal.", "supported");
  check('"Nobody was hurt," Kowal said, "but eleven boats were lost."', "supported");
  check('Captain Tom Reed said: "We never claimed that the alarm had failed."', "supported");
  check('Insurers called the losses "quite remarkable".', "supported");
});

describe("honest marks", () => {
  check('"Nobody was hurt … That is a heavy blow for a small town," said Anna Kowal.', "supported");
  check('"Nobody was hurt ... eleven boats were lost," said Anna Kowal.', "supported");
  check('"Nobody was hurt [...] eleven boats were lost," said Anna Kowal.', "supported");
  check('"Nobody was hurt, but [many] boats were lost," said Anna Kowal.', "supported");
  check('"[No one] was hurt, but eleven boats were lost," said Anna Kowal.', "supported");
  check('"Nobody was hurt, but eleven boats [sic] were lost," said Anna Kowal.', "supported");
  check('"That is a heavy blow for [Port Ellen]," said Anna Kowal.', "supported");
  check('"[E]leven boats were lost," said Anna Kowal.', "supported");
});

describe("words that are not quite the source's", () => {
  check('"Nobody was hurt, but twelve boats were lost," said Anna Kowal.', {
    verdict: "altered",
    says: "“eleven” where the draft has “twelve”",
    fixed: '"Nobody was hurt, but eleven boats were lost," said Anna Kowal.',
  });
  check('"Nobody was hurt, eleven boats were lost," said Anna Kowal.', {
    verdict: "altered",
    says: "“but”, left out here without a mark",
    fixed: '"Nobody was hurt, but eleven boats were lost," said Anna Kowal.',
  });
  check('"We have asked the government for four pounds," said Anna Kowal.', {
    verdict: "altered",
    says: "“million”, left out here without a mark",
    fixed: '"We have asked the government for four million pounds," said Anna Kowal.',
  });
  check('"The pier, and we shall rebuild it before the winter comes," said Anna Kowal.', {
    verdict: "altered",
    says: "“old”, left out here without a mark",
  });
  check('"Nobody was hurt, but eleven small boats were lost," said Anna Kowal.', {
    verdict: "altered",
    says: "no “small” here",
    fixed: '"Nobody was hurt, but eleven boats were lost," said Anna Kowal.',
  });
  check('"We claimed that the alarm had failed," said Captain Tom Reed.', { verdict: "altered", says: "“never”" });
  check('"Nobody was hurt. That is a heavy blow for a small town," said Anna Kowal.', "altered");
  check('"The storm took the pier, and we shall rebuild it before winter comes," said Anna Kowal.', "altered");
  check('"We have asked the government for five million pounds," said Anna Kowal.', "altered");
});

describe("words turned round by what was left out", () => {
  check('The coast guard said that "the warning came too late".', {
    verdict: "altered",
    says: "turns the sense round",
  });
  check('The coast guard did not say that "the warning came too late".', "supported");
});

describe("words from another mouth", () => {
  check('"That is a heavy blow for a small town," said Captain Tom Reed.', {
    verdict: "misattributed",
    says: "The Herald gives these words to Anna Kowal",
    fixed: '"That is a heavy blow for a small town," said Anna Kowal.',
  });
  check('"The storm took the old pier, and we shall rebuild it before the winter comes," said Anna Kowal.', {
    verdict: "disputed",
    says: "The Courier gives them to",
  });
  check('"The storm took the old pier, and we shall rebuild it before the winter comes."', "disputed");
  check('"The flood gates stayed open through the night," said Anna Kowal.', {
    verdict: "misattributed",
    says: "as its own",
  });
  check('"The lamps went out before the water came," said Anna Kowal.', {
    verdict: "misattributed",
    says: "The Courier gives these words to Ian Frame, not to Anna Kowal",
  });
  check('"The lamps went out before the water came," said Deputy Mayor Frame.', "supported");
});

describe("words that nobody said", () => {
  check('"I have never seen such a thing in forty years at sea," said Anna Kowal.', "unsupported");
  check(
    '"We have asked the sea for mercy, and we shall wait before the spring returns to us all," said Anna Kowal.',
    "unsupported",
  );
});

describe("marks that are no quotation", () => {
  check('The "lucky" pier of Port Ellen is gone.', "none");
  check('She wrote "The Long Wave".', "none");
  check('She wrote "The Long Wave", a history of the tides.', "none");
  check("In 2019 Kowal wrote “The Long Wave” and “A Season of Salt”.", "none");
  check('Kowal read "War and Peace" in the harbour office.', "none");
  check('The choir sang "Abide With Me" on the quay.', "none");
  check('Her column, "Notes From the Quay", runs on Sundays.', "none");
  check('The trawler "Grey Lady" was among them.', "none");
  check('The so-called "ghost fleet" lies off Port Ellen.', "none");
  check('Ian "The Anchor" Frame was there.', "none");
  check('The storm, nicknamed "Big Hilda", is gone.', "none");
});

describe("not compared, and why", () => {
  check(
    '"Nobody was harmed, but eleven boats were lost," Anna Kowal said in Polish, as translated by an interpreter.',
    "unchecked",
  );
});

const { store: disputes } = fixture(`
== post | The Post | 2021-03-01
Health Minister Paul Okoro said the government had bought test kits. "The situation is serious but not out of control," he told parliament. The World Health Organization said the true number was higher.

"Mr Hale did not set out to deceive anyone," his lawyer, Simon Ferris, told reporters.

"I said no. A hall does not give you back a father," Ilse Varga said.

Mendes called the deal "a victory, but not the end of the road". Oller said it was "expensive, but cheaper than a war". The union called the numbers of the employers "a fairy tale".
`);

const settle = (draft: string, expected: Expected | Expected["verdict"]) =>
  checkQuote(disputes, draft, typeof expected === "string" ? { verdict: expected } : expected);

describe("whose words they cannot be, and words that lost their denial", () => {
  settle('"The situation is serious but not out of control," said the WHO.', "misattributed");
  settle('"The situation is serious but not out of control," said the minister.', "supported");
  settle('"The situation is serious but not out of control," said the health ministry.', "supported");
  settle('"Mr Hale set out to deceive everyone," said Simon Ferris.', { verdict: "altered", says: "“did not”" });
  settle('"A hall gives you back a father," Ilse Varga said.', { verdict: "altered", says: "“does not give”" });
  settle('Mendes calls the deal "a victory"; Frank Oller calls it "expensive".', "supported");
  settle('The employers called the union\'s numbers "a fairy tale".', "misattributed");
  settle('The union called the numbers "a fairy tale".', "supported");
});

const { store: valley } = fixture(`
== wire | The Wire | 2021-03-01
"We will not leave this valley," Ana Petrov, a farmer, told the Wire. "My family has been here for 200 years." Her neighbour Ivo Kral disagreed. "It's over," said Kral.

"The report is not a scandal, but it is a warning," said Tom Beck, the auditor. The ministry called it "a fair reading". Its spokeswoman is Lea Horn.

"We accept 9 of the 11 recommendations, or 80 percent," said Lea Horn. Farmers say that the valley floods each spring.

"The road is closed," said Kral.

He stayed for the night and left in the morning with two of his brothers.

"The bridge is open," said Kral.
`);

const farm = (draft: string, expected: Expected | Expected["verdict"]) =>
  checkQuote(valley, draft, typeof expected === "string" ? { verdict: expected } : expected);

describe("an ellipsis that hides a denial", () => {
  farm('"We will … leave this valley," said Petrov.', { verdict: "altered", says: "“not”" });
  farm('"The report is [...] a scandal," said Beck.', { verdict: "altered", says: "“not”" });
  farm('"We will not … this valley," said Petrov.', "supported");
  farm('"The report … is a warning," said Beck.', "supported");
});

describe("one speech over its attribution, in the house style of the draft", () => {
  farm('"We will not leave this valley. My family has been here for 200 years," said Petrov.', "supported");
  farm('"The road is closed. The bridge is open," said Kral.', "unsupported");
  farm('"We accept nine of the 11 recommendations, or 80 per cent," Horn said.', "supported");
  farm('"We accept 9 of the eleven recommendations, or 80%," Horn said.', "supported");
  farm('"We accept ten of the 11 recommendations, or 80 percent," Horn said.', { verdict: "altered", says: "“9”" });
});

describe("who cannot have said it", () => {
  farm('"We will not leave this valley," the farmers\' union said.', "misattributed");
  farm('Beck called it "a fair reading".', "misattributed");
  farm('Horn called it "a fair reading".', "supported");
  farm('Kral, asked whether he would stay, said: "My family has been here for 200 years."', "misattributed");
  farm('Petrov (who "will not leave this valley") no longer speaks.', "supported");
  farm('They call it "the valley of tears".', "none");
});

const { store: weber } = fixture(`
== gazette | The Gazette | 2021-03-01
Police chief Ruth Weber said that nothing had come of it. "We have found nothing," she said. Mayor Tom Weber called the search "a waste of money".

Olga Dahl said: "I would call it a failure." Her deputy is Jan Moe. Dahl denied ever having said "let them drown". Asked about the minister's phrase "a national disgrace", she shrugged.

A banner read "No more lies".
`);

const hold = (draft: string, expected: Expected | Expected["verdict"]) =>
  checkQuote(weber, draft, typeof expected === "string" ? { verdict: expected } : expected);

describe("offices that the source gives to others", () => {
  hold('"We have found nothing," said the mayor.', "misattributed");
  hold('"We have found nothing," said the police chief.', "supported");
  hold('The search was "a waste of money", the police chief said.', "misattributed");
  hold('The search was "a waste of money", the mayor said.', "supported");
  hold('"I would call it a failure," said Olga Dahl\'s deputy.', "misattributed");
  hold('Dahl called it "a national disgrace".', "misattributed");
  hold('"No more lies," read a banner.', "supported");
});

describe("brackets and denials that turn the sense", () => {
  hold('"I would [not] call it a failure," said Dahl.', "altered");
  hold('"We have found [something]," said Ruth Weber.', "altered");
  hold('"We [the police] have found nothing," said Ruth Weber.', "supported");
  hold('"I would call [the search] a failure," said Dahl.', "supported");
  hold('"Let them drown," said Dahl.', { verdict: "altered", says: "denied" });
});
