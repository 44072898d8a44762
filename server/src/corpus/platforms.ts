import type { LineRule } from "./furniture.ts";

/** Looks of lines that programs for letters to readers, blogs, press offices and relief agencies put into what they publish. */
export const PLATFORM_LINE_RULES: readonly LineRule[] = [
  {
    kind: "furniture",
    words: 30,
    pattern:
      /^join (?:the |over |more than |our )?\d[\d,.]*[km+]? (?:\w+ )?(?:readers|subscribers|members|people|others)\b.{0,80}\b(?:who|newsletter|inbox|already|letter|read|get)\b/i,
  },
  { kind: "furniture", words: 8, unstopped: true, pattern: /^advertisement ?[·•|–-]/i },
  {
    kind: "meta",
    words: 12,
    unstopped: true,
    pattern:
      /^\(?(?:(?:data|figures|status|situation) )?as (?:of|at) (?:\d{1,2}[:.]\d\d ?(?:\w{1,5},? )?(?:on )?)?(?:\d{1,2} \p{L}{3,9}|\p{L}{3,9} \d{1,2},?) (?:19|20)\d\d(?:,? (?:at )?\d{1,2}[:.]\d\d.{0,12})?\)?$/iu,
  },
  {
    kind: "meta",
    words: 10,
    unstopped: true,
    pattern:
      /^(?:press|news|media) (?:release|statement|communiqué)s? (?:(?:no\.?|nr\.?|n°|#) ?\d|\d+[/.-]\d).{0,40}$/i,
  },
  {
    kind: "meta",
    words: 14,
    unstopped: true,
    pattern: /^(?:\p{Lu}[^\d]{1,60})?\d+[ -]min(?:ute)?s? read\s*[·•|–—-]\s*\p{L}{3,10}\.? \d{1,2}(?:, \d{4})?$/u,
  },
];
