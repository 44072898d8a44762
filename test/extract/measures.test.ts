import { check } from "./measures.check.ts";

// Coordinated figures keep their own.
check("The raid killed [[43]] people, 12 of them children, and wounded 120.", { head: "person", outcome: "killed" });
check("The raid killed 43 people, [[12]] of them children, and wounded 120.", { head: "child", outcome: "killed" });
check("The raid killed 43 people, 12 of them children, and wounded [[120]].", { head: "person", outcome: "wounded" });
check("At least [[43]] people were killed and 120 were wounded.", { head: "person", outcome: "killed" });
check("At least 43 people were killed and [[120]] were wounded.", { head: "person", outcome: "wounded" });
check("[[43]] dead and 120 injured were counted.", { outcome: "killed" });
check("43 dead and [[120]] injured were counted.", { outcome: "wounded" });

// What is counted, with what modifies it.
check("The list names the [[43]] men who were wounded.", { head: "man", outcome: "wounded" });
check("Of 40 guards who were freed, [[12]] came from Ortel.", { head: "guard" });
check("The report lists [[69]] credible allegations.", { head: "allegation", modifiers: "credible", outcome: null });
check("Some [[30 percent]] of the city lies in ruins.", { head: "city" });
check("It has [[1,600]] square feet of roof space.", { head: "space", modifiers: "roof" });
check("An [[18]]-month investigation found it.", { head: "investigation" });
check("The council has [[three]] Avon and Somerset police constables.", { head: "constable" });
check("Some [[44 percent]] support the plan.", { head: null });
check("[[One in four]] backs it without reserve.", { head: null });
check("Some [[44 percent]] of farmers support the plan.", { head: "farmer" });
check("A magnitude [[5.9]] earthquake struck northern Ortel.", { head: "earthquake" });
check("The cooks have voted by [[81 percent]] to stay.", { head: null });
check("A trade mission visited [[12]] farms.", { head: "farm", outcome: null });
check("They found [[150]] cases of cholera.", { head: "case", modifiers: "cholera" });
check("The firm sold [[12]] million phones.", { head: "phone", verb: "sell" });
check("The jury convicted him on [[21]] counts of fraud.", { head: "count", modifiers: "fraud" });
check("Almost [[80 percent]] of Raqqa was left uninhabitable.", { head: "raqqa" });
check("The death toll rose to [[318]] on Friday.", { head: "toll", modifiers: "death", outcome: "killed" });
check("Two men aged 24 and 22 and [[two]] 20-year-old men were held.", { head: "man" });

// The many ways to say what befell people.
check("The coalition acknowledged the unintentional deaths of [[34]] civilians.", {
  head: "civilian",
  outcome: "killed",
});
check("Airstrikes claimed the lives of [[22]] villagers.", { head: "villager", outcome: "killed" });
check("[[22]] lives were lost.", { outcome: "killed" });
check("The attack left [[17]] people dead.", { outcome: "killed" });
check("[[Two]] men and a woman were arrested.", { outcome: "arrested" });
check("Police arrested [[85]] fans.", { head: "fan", outcome: "arrested" });
check("Some [[12,000]] people fled their homes.", { outcome: "displaced" });
check("The fighting has displaced [[40,000]] families.", { head: "family", outcome: "displaced" });
check("[[200]] girls were kidnapped from a school.", { head: "girl", outcome: "abducted" });
check("Two guards died and [[17]] people were treated for smoke.", { head: "person", outcome: null, verb: "treat" });
check("Two guards died and [[17]] people were reported missing.", { head: "person", outcome: "missing" });
check("Two guards were killed, 58 homes destroyed and [[17]] people suffered from smoke.", { outcome: null });
check("[[Two]] officers suffered minor injuries.", { head: "officer", outcome: "wounded" });
check("[[Four]] passengers are in a critical condition.", { head: "passenger", outcome: "wounded" });
check("[[Nine]] fishermen are missing.", { head: "fisherman", outcome: "missing" });
check("[[300]] passengers were rescued by the coastguard.", { outcome: "rescued" });
check("[[14]] pupils were infected.", { outcome: "infected" });
check("[[5,000]] residents have been evacuated.", { outcome: "evacuated" });
check("[[30]] officers are being investigated over the death of a woman.", { head: "officer", outcome: null });
check("More than [[400]] witnesses spoke to the researchers.", { head: "witness", outcome: null });
check("It came of [[thousands]] of US, UK and French air strikes.", { head: "strike", modifiers: "us uk french air" });
check("It came of [[thousands]] of U.S., U.K., and French air strikes.", { head: "strike" });
check("It hit [[12]] people, Amnesty, Airwars and others said.", { head: "person" });
check("The group heard more than [[400]] witnesses and survivors.", { head: "witness", outcome: null });
check("Some [[400]] people survived.", { head: "person", outcome: "survived" });
check("None of the [[43]] was hurt.", { outcome: "wounded", negated: true });

// Bare figures and pronouns take theirs from what went before.
check("The coalition handed over 86 allegations. Of those, [[43]] had been assessed.", { head: "allegation" });
check("The coalition handed over 86 allegations. The other [[43]] were rejected.", { head: "allegation" });
check("Three ambulances came and eight people got out. All [[eight]] were well.", { head: "person" });
check("Reports came in. It reviewed 31 reports and found [[11]] credible.", { head: "report" });

// Places and actors.
check("They carried out [[34,464]] strikes in Iraq and Syria.", { head: "strike", places: "iraq syria" });
check("More than [[1,600]] civilians died in the Syrian city of Raqqa.", { places: "syria raqqa" });
check("Shelling killed [[11]] fighters near Mosul.", { head: "fighter", places: "mosul", outcome: "killed" });
check("Barcelona beat [[11]] teams.", { places: "" });
check("[[318]] people were killed, a spokesman told Voice of America.", { places: "" });
check("The Bank of England lent [[11]] banks money.", { places: "" });
check("[[318]] people were killed by the US-led coalition.", { actor: "US-led coalition" });

// A part counts what the whole does.
check("[[Two]] of the town's three hospitals are closed.", { head: "hospital" });
check("[[Two]] of its 14 districts are closed.", { head: "district" });
check("[[Two]] of the three hospitals are closed.", { head: "hospital" });
check("Two of the town's [[three]] hospitals are closed.", { head: "hospital" });
