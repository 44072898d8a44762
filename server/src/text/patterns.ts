/**
 * Takes patterns without back references and without the flags "g" and "y"; gives a test of whether one of them is found in a text. Those of one sort are
 * joined into one expression, which takes a fraction of the time of asking them one after the other.
 */
export function anyPattern(patterns: readonly RegExp[]): (text: string) => boolean {
  const sorts = new Map<string, RegExp[]>();
  for (const pattern of patterns) {
    // Beside one that may stand anywhere, one that stands at the start would be tried at every place.
    const sort = `${pattern.flags}${pattern.source.startsWith("^") ? "^" : ""}`;
    sorts.set(sort, [...(sorts.get(sort) ?? []), pattern]);
  }
  const joined = [...sorts.values()].map(
    (all) => new RegExp(all.map(({ source }) => `(?:${source})`).join("|"), all[0]?.flags),
  );
  return (text) => joined.some((pattern) => pattern.test(text));
}
