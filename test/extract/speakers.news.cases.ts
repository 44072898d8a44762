import type { SpeakerCase } from "./speakers.cases.ts";

export const WIRE: readonly SpeakerCase[] = [
  [
    "WASHINGTON — The Senate’s top Republican signaled Thursday that the bill was dead. “There is simply no path,” said Sen. Carl Winfield, R-Ohio, as he left the chamber. “I’ve counted the votes, and then I counted them again.”",
    "Sen. Carl Winfield",
    "Sen. Carl Winfield",
  ],
  [
    "Winfield’s office declined to comment on the letter. In an email, spokeswoman Tara Oduya wrote, “The senator does not respond to anonymous rumors.”",
    "spokeswoman Tara Oduya",
  ],
  [
    "“We are not going to be bullied,” a senior administration official, speaking on condition of anonymity, told reporters.",
    "a senior administration official",
  ],
  ["Asked if the deal was off, she shot back: “Who told you that?”", "she"],
  ["Pressed on the timeline, Delgado conceded that it was “ambitious, to put it mildly.”", "Delgado"],
  ["The senator’s office said in a statement that the meeting was “cordial and productive.”", "The senator’s office"],
  ["Mr Doe’s lawyer, Jane Roe, said outside court that her client was “relieved beyond words”.", "Jane Roe"],
  ["“I never saw him,” the 43-year-old said in a statement read to the court by his solicitor.", "the 43-year-old"],
  [
    "According to a report by the Resolution Institute, low earners are “running to stand still”.",
    "a report by the Resolution Institute",
  ],
  [
    "One official said the plan was “half-baked”, while another called it “a work of fiction”.",
    "One official",
    "another",
  ],
  [
    "The judge, Mr Justice Penhale, said the company had shown “a cavalier disregard for the safety of others”.",
    "Mr Justice Penhale",
  ],
  ["Sentencing him, Judge Rebecca Poole said: “You preyed on the trust of the elderly.”", "Judge Rebecca Poole"],
  ["He told me: “My grandfather planted these trees, and his before him.”", "He"],
  [
    "The plan, which opposition leader Thandi Maseko called “reckless”, passed by three votes.",
    "opposition leader Thandi Maseko",
  ],
  ["The plan was branded “reckless” by the opposition.", "the opposition"],
  [
    "The plan has been called “reckless” and “a gamble with people’s lives” by Thandi Maseko, the opposition leader.",
    "Thandi Maseko",
    "Thandi Maseko",
  ],
  [
    "NEW DELHI: Terming the order “arbitrary”, the high court on Monday asked the state government to explain within two weeks why 400 shops were sealed.",
    "the high court",
  ],
  [
    "“Strict action will be taken against the guilty,” Deputy Commissioner of Police (North) Anil Rathore said.",
    "Deputy Commissioner of Police (North) Anil Rathore",
  ],
  ["“The accused was known to the family,” said a police officer privy to the probe.", "a police officer privy"],
  [
    "Speaking to reporters here, the chief minister said that the Centre “cannot shirk its responsibility”.",
    "the chief minister",
  ],
  [
    "Reacting to the remarks, BJP spokesperson Kavita Menon said, “The people have already given their verdict.”",
    "BJP spokesperson Kavita Menon",
  ],
  [
    "Governor Okezie Nwabara has charged contractors to deliver on time, saying his administration would not tolerate “shoddy jobs”.",
    "Governor Okezie Nwabara",
  ],
  ["He, however, noted that the state had “turned the corner”.", "He"],
  [
    "The commissioner, who spoke through his media aide, Bola Adetunji, said “nobody was detained”.",
    "The commissioner",
  ],
  ["Ms Tran says she was told the wait would be “two to three years, minimum”.", "Ms Tran"],
  ["Holm, of Nordfin, which manages $40bn of pension money, said the sell-off was “overdone”.", "Holm"],
  [
    "Analysts at Carrow & Co said in a note to clients that the dividend looked “increasingly theoretical”.",
    "Analysts at Carrow & Co",
  ],
  [
    "The bank’s chairman, Sir Alan Peck, who steps down in May, used his final letter to shareholders to warn of “a culture of fear” in the industry.",
    "The bank’s chairman, Sir Alan Peck",
  ],
  ["In a memo seen by Reuters, the chief executive told staff that “nobody’s job is safe”.", "the chief executive"],
  ["A memo seen by Reuters warned staff that “nobody’s job is safe”.", "A memo seen by Reuters"],
  ["Mark Ellery, prosecuting, said the attack was “sustained and brutal”.", "Mark Ellery"],
  ["Defending, Louise Hart said her client was “a broken man”.", "Louise Hart"],
  ["Ms Hart, for the defence, told the jury: “This is a case built on sand.”", "Ms Hart"],
  ["The court heard that Lacey had told a friend she was “finished with him”.", "Lacey"],
  [
    "Justice Alvarez, writing for the majority, said the statute was “a solution in search of a problem.”",
    "Justice Alvarez",
  ],
  [
    "Asked about the row, a spokesman for the prime minister said he “would not get into hypotheticals”.",
    "a spokesman for the prime minister",
  ],
  ["Farrow’s tweet, since deleted, read: “This isn’t what I was elected for.”", "Farrow’s tweet"],
  [
    "Moscow described the accusation as “another fantasy”, while Kyiv said it had “irrefutable” proof.",
    "Moscow",
    "Kyiv",
  ],
  [
    "Kremlin spokesman Dmitri Karpov told reporters on a conference call that Russia would respond “in kind”.",
    "Kremlin spokesman Dmitri Karpov",
  ],
  ["The foreign ministry summoned the envoy to protest against what it called “gross interference”.", "it"],
  [
    "“It’s as if the ice forgot how to freeze,” said glaciologist Maren Solheim of the Polar Centre in Tromsø, who was not involved in the study.",
    "glaciologist Maren Solheim of the Polar Centre",
  ],
  [
    "“We were stunned,” study co-author Ravi Pillai, a marine ecologist at the University of Perth, said in an interview.",
    "study co-author Ravi Pillai",
  ],
  [
    "Not everyone is convinced. “Extraordinary claims need extraordinary evidence,” says Holger Brandt, a physicist at ETH Zurich.",
    "Holger Brandt",
  ],
  ["Cllr Beth Aldous (Lab, Riverside) said residents were “sick to the back teeth” of potholes.", "Cllr Beth Aldous"],
];

export const VERBS: readonly SpeakerCase[] = [
  ["“I’ve had better Mondays,” quipped the chancellor, nursing a mug of tea.", "the chancellor"],
  ["“That is not what the contract says,” shot back Ferrante.", "Ferrante"],
  ["“Any fool could have seen it coming,” opined the paper’s business editor.", "the paper’s business editor"],
  ["“Some of us have work to do,” she was overheard muttering as she left.", "she"],
  ["“Nobody rings a bell at the top,” as one veteran trader put it.", "one veteran trader"],
  ["“On my way, save me a seat,” she texted a friend at 7:42 p.m.", "she"],
  ["“When I was a girl,” begins Ivy Dunmore, “this street had eleven butchers.”", "Ivy Dunmore"],
  ["“It’s a young man’s game,” insists Rourke, laughing, “and I’m still young.”", "Rourke"],
  ["“And then the roof went,” continues Petra, her voice dropping.", "Petra"],
  [
    "“We’ll see about that,” came the reply from the union’s general secretary, Moira Flint.",
    "the union’s general secretary, Moira Flint",
  ],
  ["“Let them come,” reads a sign nailed to the gate.", "a sign"],
  ["The minister is quoted as saying that the talks were “on life support”.", "The minister"],
  ["The app’s makers, per a filing with regulators, expect “significant and continuing losses.”", "a filing"],
  ["Sales were “softer than a wet biscuit”, in the words of one retailer.", "one retailer"],
  ["In Obuya’s words, the council had “slept through the alarm”.", "Obuya"],
  ["As Obuya puts it: “The council slept through the alarm.”", "Obuya"],
  ["What Obuya called “a decade of sleepwalking” ended on Tuesday.", "Obuya"],
  ["For Hana, it was “like living underwater”.", "Hana"],
  ["There were days, Parry says, when she wanted to “burn the place down”.", "Parry"],
  ["My mother used to say that a closed mouth “catches no flies”.", "My mother"],
  ["One of them — a tall woman in a red coat — turned round. “Are you from the paper?” she asked.", "she"],
  ["“Look,” he says, jabbing at the map, “this is where the wall was.”", "he"],
  ["“The sea gives,” the old men here like to say, “and the sea takes.”", "the old men"],
];

export const RUNS: readonly SpeakerCase[] = [
  ["Doe was unmoved. “I won’t go,” he told a crowd of about 40 people gathered on the courthouse steps.", "he"],
  ["Doe was unmoved. “I won’t go. They can carry me out if they like.”", "Doe"],
  [
    "“Get me off this train.”\n\nThose were the last words that Maria Keller texted to her sister before the line went dead.",
    "Maria Keller",
  ],
  [
    "Kevin Smith, 43, of Harehills Lane, Leeds, admitted causing death by dangerous driving. He told police: “I never saw him.”",
    "He",
  ],
  [
    "“Do you regret it?” I ask.\n\n“Not for a second,” he says.\n\n“And the money?”\n\n“Gone.” He laughs. “All of it.”",
    "I",
    "he",
    "I",
    "He",
    "He",
  ],
  [
    "“You knew about the transfer?” Mr Hale asked.\n\n“I did not.”\n\n“You signed for it.”\n\n“I sign a great many things,” Ms Okafor replied.",
    "Mr Hale",
    "Ms Okafor",
    "Mr Hale",
    "Ms Okafor",
  ],
  [
    "United boss Terry Hallam was fuming after the final whistle. “We gave them two goals,” he said. “You can’t do that at this level and expect to get out alive.”",
    "he",
    "he",
  ],
  [
    "“I’m speechless,” said the Dane.\n\n“I told my dad last night that I’d be happy with the quarters.”",
    "the Dane",
    "the Dane",
  ],
  ["The Spaniard was in no mood to celebrate. “We’ve won nothing yet,” he warned.", "he"],
  [
    "“The market got ahead of itself,” said Lars Holm, head of rates strategy at Nordfin in Oslo. “Now it’s paying for it.”",
    "Lars Holm",
    "Lars Holm",
  ],
  [
    "“I wouldn’t bet my house on it,” says one backbencher. Another is blunter: “It’s over.”",
    "one backbencher",
    "Another",
  ],
  [
    "“We were stunned,” says Pillai, whose team spent four years at the site. “Nobody had looked under the mats before.”",
    "Pillai",
    "Pillai",
  ],
  [
    "Highways manager Colin Pruett said: “Motorists are advised to plan ahead.\n\n“We apologise for any inconvenience.\n\n“Work will finish by Easter.”",
    "Highways manager Colin Pruett",
  ],
  [
    "Amara Diallo keeps her brother’s letters in a biscuit tin. She takes one out, unfolds it, and reads it twice before she speaks. “He had such neat writing,” she says. She puts the letter back. “People forget that about him.”",
    "she",
    "she",
  ],
  [
    "Diallo arrived in 2009 with one suitcase. She cleaned offices at night and studied by day. Her supervisor at the time, Gwen Parry, remembers her well. “She never once complained,” says Parry. “Never once.”",
    "Parry",
    "Parry",
  ],
  ["When Hana left for university, her father gave her a watch. “So that you come home on time,” he told her.", "he"],
  [
    "“It’s the waiting,” Hana tells me. We are sitting in the kitchen of the flat. “You think you’ll get used to it, and you don’t.”",
    "Hana",
    "Hana",
  ],
  ["Hana’s verdict? “Never again.”", "Hana"],
  ["The answer, according to Parry, is simple. “Pay people properly.”", "Parry"],
  ["“What do I think?” He leans back in his chair and folds his arms. “I think we were lied to.”", "He", "He"],
  ["“‘Don’t wait up’ – that’s all she said,” Tom recalled.", "Tom"],
  [
    "Mr Boyle, a retired fisherman from Donegal, was told in March that he had months to live. “I just laughed,” he said. “What else can you do?”",
    "he",
    "he",
  ],
];

export const HEADLINES: readonly SpeakerCase[] = [
  [
    "One fan commented: ‘Stunning as always.’ Another said: ‘Put some clothes on.’ A third wrote: ‘Leave her alone.’",
    "One fan",
    "Another",
    "A third",
  ],
  ["Flood town ‘will not be beaten’, says mayor", "mayor"],
  ["‘We will not be beaten’: mayor’s vow to flood town", "mayor"],
  ["Mayor: Town ‘will not be beaten’", "Mayor"],
  ["Chancellor warns of ‘hard road ahead’ for households", "Chancellor"],
  ["Brexit delay ‘a betrayal’ – union boss", "union boss"],
  ["Hallam on the red card: “I thought it was harsh.”", "Hallam"],
];

export const TITLES: readonly SpeakerCase[] = [
  ["Tributes have been paid to the “gentle giant” who died in the crash.", "-"],
  ["She wrote “The Long Wave”, a history of the tides.", "She"],
  ["His 2011 novel “A Season of Salt” won the prize.", "-"],
  ["The so-called “bathroom bill” died in committee.", "-"],
  ["Vincent “The Chin” Morelli was arrested on Friday.", "-"],
  ["The “gig economy” now employs a tenth of the workforce.", "-"],
  ["He sang “Danny Boy” at the funeral.", "He"],
  ["The word “sorry” never passed his lips.", "-"],
];
