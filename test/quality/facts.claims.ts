import type { FigureRow } from "./facts.ts";

/** Figures handed to the right or the wrong claimant. */
// biome-ignore format: one case a line
export const CLAIMED_FIGURES: readonly FigureRow[] = [
  { draft: "Almost 80% of Raqqa was left uninhabitable, the rights group Amnesty International said.", at: "80%", verdict: "supported" },
  { draft: "According to Col. Scott Rawlinson, 69 allegations from Raqqa were credible.", at: "69", verdict: "supported" },
  { draft: "VOA reported that Amnesty had verified 641 deaths on the ground.", at: "641", verdict: "supported", why: "the outlet carries the claim" },
  { draft: "Operation Inherent Resolve says that at least 1,257 civilians were killed unintentionally in Iraq and Syria from August 2014.", at: "1,257", verdict: "supported", also: ["disputed"] },
  { draft: "Amnesty says that 318 people were killed in Raqqa.", at: "318", verdict: "misattributed", also: ["contradicted"], why: "the coalition's figure" },
  { draft: "Chris Woods of Airwars put the number killed in Raqqa at 318.", at: "318", verdict: "misattributed", also: ["contradicted"] },
  { draft: "The coalition says that its strikes killed more than 1,600 civilians in Raqqa.", at: "1,600", verdict: "misattributed", also: ["contradicted"] },
  { draft: "More than 1,600 civilians were killed in Raqqa, according to the United Nations.", at: "1,600", verdict: "misattributed" },
  { draft: "The Pentagon says that almost 80 percent of Raqqa was left uninhabitable.", at: "80 percent", verdict: "misattributed" },
  { draft: "At least 1,257 civilians were unintentionally killed by coalition strikes in Iraq and Syria, the Ministry of Defence said.", at: "1,257", verdict: "misattributed" },
  { draft: "US-led forces have killed at least 1,291 civilians in Syria and Iraq, Amnesty said.", at: "1,291", verdict: "misattributed" },
  { draft: "Airwars says that the coalition has conducted 34,464 strikes in Iraq and Syria.", at: "34,464", verdict: "misattributed" },
  { draft: "The coalition says that it has gathered the names of more than 1,000 of the victims.", at: "1,000", verdict: "misattributed" },
  { draft: "The coalition has verified 641 deaths on the ground in Raqqa, Rawlinson said.", at: "641", verdict: "misattributed" },
  { draft: "Amnesty reviewed the reports from March and determined that 11 of them were credible.", at: "11", verdict: "misattributed" },
  { draft: "According to Airwars, 122 reports are still open at the Joint Task Force.", at: "122", verdict: "misattributed" },
  { draft: "The United Nations looked at 200 strike locations in Raqqa.", at: "200", verdict: "misattributed", also: ["mismatched"], why: "it was Amnesty and Airwars that looked" },
  { draft: "There were 69 credible allegations from Raqqa, Donatella Rovera said.", at: "69", verdict: "misattributed" },
];

/** Figures that are the draft's own arithmetic, done well and done badly. */
// biome-ignore format: one case a line
export const DERIVED_FIGURES: readonly FigureRow[] = [
  { draft: "Amnesty and Airwars count more than 1,600 civilians killed in Raqqa, more than five times the coalition's 318.", at: "five times", verdict: "derived", why: "1,600 ÷ 318 ≈ 5.03" },
  { draft: "The coalition admits 318 deaths in Raqqa. Amnesty says more than 1,600 civilians were killed, a toll at least five times as high.", at: "five times", verdict: "derived", why: "1,600 ÷ 318 ≈ 5.03, over two sentences" },
  { draft: "Amnesty says more than 1,600 civilians died in Raqqa and the coalition says 318, a gap of more than 1,280.", at: "1,280", verdict: "derived", why: "1,600 − 318 = 1,282" },
  { draft: "With 146 reports carried over and seven new ones, the task force had 153 reports before it in March.", at: "153", verdict: "derived", why: "146 + 7" },
  { draft: "The task force reviewed 31 reports in March and found 11 credible, which leaves 20 that it did not.", at: "20", verdict: "derived", why: "31 − 11" },
  { draft: "Of the 31 reports that it reviewed in March, the task force found 11 credible, or about 35 percent.", at: "35 percent", verdict: "derived", why: "11 ÷ 31 ≈ 35.5 %" },
  { draft: "It reviewed 31 reports in March and found 11 credible: roughly one in three.", at: "one in three", verdict: "derived", why: "11 ÷ 31 ≈ 0.35" },
  { draft: "Just over a third of the 31 reports reviewed in March, 11 of them, were credible, the task force said.", at: "a third", verdict: "derived", why: "11 ÷ 31 ≈ 0.35" },
  { draft: "Amnesty submitted 86 new allegations and the coalition had already assessed half of them, 43.", at: "half", verdict: "derived", why: "43 ÷ 86" },
  { draft: "The coalition's 69 credible allegations left 318 people dead, an average of 4.6 deaths for each.", at: "4.6", verdict: "derived", why: "318 ÷ 69 ≈ 4.61" },
  { draft: "The count of strikes has grown from 34,038 to 34,464, or by 426.", at: "426", verdict: "derived", why: "34,464 − 34,038" },
  { draft: "The coalition's count of civilians killed in Iraq and Syria rose from at least 1,257 to at least 1,291, an increase of 2.7 percent.", at: "2.7 percent", verdict: "derived", why: "34 ÷ 1,257" },
  { draft: "Amnesty has verified 641 of the more than 1,600 civilian deaths on the ground, about 40 percent.", at: "40 percent", verdict: "derived", why: "641 ÷ 1,600 ≈ 40.1 %" },
  { draft: "The task force took over 146 reports and got seven more; it reviewed 31, so that 122 are left.", at: "122", verdict: "supported", also: ["derived"], why: "146 + 7 − 31, and Sputnik gives it" },
  { draft: "Of the 122 open reports three had been reopened; the other 119 had never been closed.", at: "119", verdict: "derived", why: "122 − 3" },
  { draft: "Amnesty counts more than 1,600 civilians killed in Raqqa, eight times the coalition's 318.", at: "eight times", verdict: "contradicted", also: ["unsupported"], why: "it is five times" },
  { draft: "The task force reviewed 31 reports in March, found 11 credible and dismissed the other 19.", at: "19", verdict: "unsupported", also: ["contradicted"], why: "31 − 11 = 20" },
  { draft: "Of the 31 reports that it reviewed in March, the task force found 11 credible, or 53 percent.", at: "53 percent", verdict: "unsupported", also: ["contradicted"], why: "11 ÷ 31 ≈ 35.5 %" },
  { draft: "With 146 reports carried over and seven new ones, the task force had 163 reports before it in March.", at: "163", verdict: "unsupported", also: ["contradicted"], why: "146 + 7 = 153" },
  { draft: "The count of strikes has grown from 34,038 to 34,464, or by 12 percent.", at: "12 percent", verdict: "unsupported", also: ["contradicted"], why: "426 ÷ 34,038 ≈ 1.3 %" },
  { draft: "Amnesty submitted 86 new allegations and the coalition had already assessed three quarters of them, 43.", at: "three quarters", verdict: "unsupported", also: ["contradicted"], why: "43 ÷ 86 is half" },
];
