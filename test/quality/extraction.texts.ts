/**
 * Running news as desks write it, each with its figures between double brackets and what they are to be read as, dates left out: value or
 * "low..high" with scale words applied, behind its bound where it has one ("more-than 1600").
 */
export const NEWS_TEXTS: readonly (readonly [marked: string, ...figures: string[]])[] = [
  // Markets and companies.
  ["Shares in the retailer fell [[3.4%]] to [[$12.50]] after it cut its full-year outlook.", "3.4", "12.5"],
  ["The S&P 500 gained [[0.7%]] while the Nasdaq 100 slipped [[12]] points to [[7,411.2]].", "0.7", "12", "7411.2"],
  [
    "Third-quarter revenue rose [[12 percent]] to [[$1.46 billion]], beating forecasts of [[$1.4bn]].",
    "12",
    "1460000000",
    "1400000000",
  ],
  ["The central bank raised rates by [[25 basis points]], to between [[4.75% and 5%]].", "25", "4.75..5"],
  ["Oil tumbles [[$3]] as output nears [[10 million]] barrels a day", "3", "about 10000000"],
  ["The airline will cut up to [[4,500]] of its [[13,000]] jobs, a union said.", "at-most 4500", "13000"],
  ["It paid a dividend of [[11.5p]] a share, against [[10p]] a year ago.", "11.5", "10"],
  [
    "Net profit nearly [[doubled]] to [[€310m]], on sales of some [[€4 billion]].",
    "about 2",
    "310000000",
    "about 4000000000",
  ],
  [
    "Analysts had expected earnings of [[45 cents]] per share on revenue of [[$2-2.2 billion]].",
    "45",
    "2000000000..2200000000",
  ],
  [
    "The deal values the firm at as much as [[£750m]], more than [[10]] times its annual profit.",
    "at-most 750000000",
    "more-than 10",
  ],
  ["Tesla delivered [[95,200]] cars, including [[77,550]] of its Model 3.", "95200", "77550"],
  ["House prices fell in [[eight]] of [[20]] regions, by [[0.3 to 0.5 per cent]].", "8", "20", "0.3..0.5"],
  // Casualties and disasters.
  [
    "At least [[43]] people were killed and more than [[120]] wounded when a bomb hit the market.",
    "at-least 43",
    "more-than 120",
  ],
  ["The strikes killed [[12]] people, [[five]] of them children, in [[two]] districts.", "12", "5", "2"],
  ["[[Hundreds of thousands]] fled; [[dozens]] are still missing.", "200000..999999", "24..99"],
  [
    "Rescuers pulled [[six]] survivors from the rubble [[72]] hours after the quake, of magnitude [[7.1]].",
    "6",
    "72",
    "7.1",
  ],
  ["The toll rose to [[1,234]], from [[1,180]] on Monday, and could reach [[1,500]].", "1234", "1180", "1500"],
  ["[[No]] casualties were reported after a fire that burned [[30,000]] acres.", "0", "30000"],
  [
    "Aid groups say [[one in three]] children is hungry and almost [[half]] of the wells are dry.",
    "0.333333",
    "about 0.5",
  ],
  ["Some [[3,000]] families, or roughly [[15,000]] people, live in [[17]] camps.", "about 3000", "about 15000", "17"],
  [
    "Winds of [[155]]mph ([[250]]km/h) tore roofs off; [[20]]cm of rain fell in [[six]] hours.",
    "155",
    "250",
    "20",
    "6",
  ],
  // Courts and police.
  ["A [[35]]-year-old man was jailed for [[18]] months and fined [[£1,200]].", "35", "18", "1200"],
  ["John Doe, [[52]], denies [[three]] counts of fraud worth [[$2.3m]].", "52", "3", "2300000"],
  ["Police seized [[40]]kg of cocaine and [[two]] AK-47 rifles near Exit 12 of the M1.", "40", "2"],
  [
    "Jurors took just over [[four-and-a-half]] hours to convict him by a majority of [[10]]-[[2]].",
    "more-than 4.5",
    "10",
    "2",
  ],
  // Politics and polls.
  ["The bill passed by [[52]] votes to [[48]], with [[two]] abstentions.", "52", "48", "2"],
  ["A poll of [[1,004]] adults put her at [[47%]], [[three]] points ahead.", "1004", "47", "3"],
  ["Turnout was [[61.3 per cent]], up from [[58]].", "61.3", "58"],
  ["About [[two-thirds]] of voters, and [[nine out of 10]] young people, backed it.", "about 0.666667", "0.9"],
  ["The party has [[1.3m]] members and won [[232]] of [[650]] seats.", "1300000", "232", "650"],
  ["The G20 meets in Osaka; the G7 will meet under Article 5."],
  [
    "Ministers promised [[£20bn]] over [[five]] years, at least [[£4bn]] of it by 2021.",
    "20000000000",
    "5",
    "at-least 4000000000",
  ],
  // Health, science, society.
  ["Covid-19 cases fell for a tenth day, to fewer than [[1,000]].", "less-than 1000"],
  ["Patients given the drug lived [[2.5]] times as long: [[15]] months against [[six]].", "2.5", "15", "6"],
  ["The telescope, [[1.5 million]] km away, sees [[13.5 billion]] years back.", "1500000", "13500000000"],
  ["A [[30]]-minute walk [[three]] times a week cuts the risk by nearly [[a third]].", "30", "3", "about 0.333333"],
  ["Temperatures reached [[38.7]]C ([[101.7]]F) in Cambridge.", "38.7", "101.7"],
  ["Her A-levels, in [[three]] subjects, came [[10]] years after the 2009 crash.", "3", "10"],
  // Sport and culture.
  ["United won [[3]]-[[1]], their fifth win in [[seven]] matches.", "3", "1", "7"],
  ["He ran the [[100]]m in [[9.58]] seconds.", "100", "9.58"],
  ["Channel 4 paid [[$75m]] for [[three]] seasons of the show, a [[tenfold]] rise.", "75000000", "3", "10"],
  [
    "The film took [[$1.2 million]] on [[2,300]] screens, well over [[twice]] its cost.",
    "1200000",
    "2300",
    "more-than 2",
  ],
  // Headlines.
  ["Quake kills at least [[30]], injures [[hundreds]]", "at-least 30", "200..999"],
  ["Nike to Cut [[2%]] of Jobs in [[$2 Billion]] Savings Plan", "2", "2000000000"],
  ["US added [[225K]] jobs in January", "225000"],
  ["Boeing 737 Max: [[346]] dead, [[two]] crashes, [[one]] flaw", "346", "2", "1"],
  ["Bitcoin tops [[$60,000]]", "more-than 60000"],
  ["One of the survivors: 'No one came'"],
  ["[[Six]] ways to save [[£500]] a year", "6", "500"],
  ["F-16 crash: pilot ejects at [[5,000]]ft", "5000"],
];
