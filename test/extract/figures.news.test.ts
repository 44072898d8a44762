import { check } from "./figures.check.ts";

// Headlines and tickers.
check("Quake toll climbs past [[2,300]]; [[41]] pulled alive from rubble", "more-than 2300", "41");
check("BREAKING: [[Four]] dead, [[dozens]] hurt in [[12]]-car pile-up", "4", "vague 24..99", "12");
check("Storm leaves [[180,000]] without power", "180000");
check("Council tax to rise [[4.99%]] from [[April]]", "4.99 percent", "-04-01..-04-30");
check("[[Two]] in custody over [[£3m]] gem heist", "2", "3e+6 GBP");
check("Ferry with [[267]] aboard runs aground", "267");
check("[[1 in 7]] pupils missing from class", "0.142857 fraction");
check("Jobless claims at [[231K]]", "231000");
check("Oil slips [[$1.12]] to [[$78.40]] a barrel", "1.12 USD", "78.4 USD");
check("Nurses reject [[5%]]-plus pay deal", "at-least 5 percent");
// Sports results.
check("Leeds [[2]] Burnley [[2]]", "2", "2");
check("won [[6]]-[[4]], [[3]]-[[6]], [[7]]-[[5]] in [[two]] hours", "6", "4", "3", "6", "7", "5", "2 hour");
check("all out for [[187]] in [[43.2]] overs", "187", "43.2");
check("He ran the [[400]]m in [[44.81]] seconds", "400 m", "44.81 second");
check("a crowd of [[31,402]] saw them draw [[0]]-[[0]]", "31402", "0", "0");
check("Her [[14]] points and [[nine]] rebounds were not enough", "14", "9");
check("United are [[eight]] points clear with [[five]] games left", "8", "5");
check("the [[10]]-man side held on", "10");
check("They beat Sale by [[32]] points to [[17]]", "32", "17");
check("her [[third]] title in [[five]] years", "3 ordinal", "5 year");
// Markets and companies.
check("The FTSE 100 closed down [[64]] points at [[7,682]]", "64", "7682");
check("Revenue was [[$4.1bn]], against [[$3.8bn]] a year ago", "4.1e+9 USD", "3.8e+9 USD");
check("pre-tax profit of [[€412m]] ([[2022]]: [[€380m]])", "4.12e+8 EUR", "2022-01-01..2022-12-31", "3.8e+8 EUR");
check("shares gained as much as [[7.5 per cent]]", "at-most 7.5 percent");
check("paid [[31 million kroner]], up from [[26 million]]", "3.1e+7 NOK", "2.6e+7 NOK");
check("cut its forecast to [[1.1%]] from [[1.4%]]", "1.1 percent", "1.4 percent");
check("raised rates by [[25 basis points]] to [[5.25%]]", "25 basis point", "5.25 percent");
check("sold [[1.2m]] cars, [[15%]] fewer than a year before", "1.2e+6", "15 percent");
check("a [[£1.4 billion]]-a-year business", "1.4e+9 GBP");
check("bought a [[51 percent]] stake for [[$90 million]]", "51 percent", "9e+7 USD");
check("damage of between [[600 million and 900 million euros]]", "6e+8..9e+8 EUR");
// Health.
check("Some [[1,702]] cases and [[11]] deaths in week 27", "about 1702", "11");
check("[[212]] cases per [[100,000]] people", "212", "100000");
check("a [[75]] mg dose [[twice]] a day", "75 mg", "2");
check("The vaccine was [[91%]] effective in adults", "91 percent");
check("waits of more than [[18]] weeks", "more-than 18 week");
check("[[one in eight]] had waited [[12]] hours", "0.125 fraction", "12 hour");
check("Twins weighing [[1.9]]kg and [[2.1]] kg", "1.9 kg", "2.1 kg");
check("an R number of [[0.8]]", "0.8");
// Weather.
check("highs of [[34]]C and lows of [[-3]]°C", "34 °C", "-3 °C");
check("gusts of up to [[85]]mph", "at-most 85 mph");
check("[[391]] mm of rain fell in [[four]] days", "391 mm", "4 day");
check("up to [[two]] feet of snow", "at-most 2 foot");
check("The river peaked at [[8.3]] metres", "8.3 m");
check("magnitude [[6.1]] quake at a depth of [[10]] km", "6.1", "10 km");
// Courts.
check("jailed for [[11]] years and [[six]] months", "11 year", "6 month");
check("found guilty on [[14]] of [[17]] counts", "14", "17");
check("fined [[£640]] with [[£85]] costs", "640 GBP", "85 GBP");
check("a [[two]]-year suspended sentence and [[200]] hours of unpaid work", "2 year", "200 hour");
check("under Section 47 of the act he faces [[five]] years", "5 year");
// Elections.
check("won by [[1,024]] votes on a turnout of [[61.4%]]", "1024", "61.4 percent");
check("a [[52]]-[[48]] split", "52", "48");
check("The Union has [[90]] seats, the National Front [[81]], the Greens [[18]].", "90", "81", "18");
check("with [[98 percent]] of ballots counted", "98 percent");
check("polling [[three]] points ahead", "3");
check("voted [[9]] to [[6]]", "9", "6");
check("a swing of [[12.4 percentage points]]", "12.4 percentage point");
// Budgets.
check("a [[$2.14 billion]] budget, [[$80 million]] more than [[this year]]", "2.14e+9 USD", "8e+7 USD", "relative");
check("police get [[$412 million]], up [[$18 million]]", "4.12e+8 USD", "1.8e+7 USD");
check("a shortfall of [[£7m]] by [[2026]]", "7e+6 GBP", "2026-01-01..2026-12-31");
check("spends [[a fifth]] of its budget on roads", "0.2 fraction");
check("[[two thirds]] of the [[£21m]] needed", "0.666667 fraction", "2.1e+7 GBP");
check("costing [[£58]] a head, or [[£4.20]] a week", "58 GBP", "4.2 GBP");
// Set phrases count nothing.
check("At one point it fell");
check("They work 24/7");
check("nobody gives 110 percent");
check("it takes two to tango");
check("he had a thousand reasons to go, and a million and one reasons to stay");
check("on a scale of one to ten it was no 1-in-a-million event");
check("it was six of one and half a dozen of the other");
check("said so a hundred times");
check("[[a hundred]] times as large", "100 multiple");
check("zero tolerance of litter");
check("two wrongs make no right");
check("a 50-50 town");
check("a nine-to-five job");
check("a three-ring circus");
