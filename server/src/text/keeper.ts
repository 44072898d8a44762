/** Something that carries what readers have worked out of it, so that the one goes when the other goes. */
export interface Keeper {
  /** Filled by `keptIn` alone. */
  readonly kept: unknown[];
}

let places = 0;

/**
 * Takes what to work out of a thing; gives a reader that works it out once for each thing and keeps it with the thing. A weak map would do the
 * same, but what it holds outlives every collection of young objects, and with it the whole text.
 */
export function keptIn<K extends Keeper, T extends object>(make: (keeper: K) => T): (keeper: K) => T {
  const place = places++;
  return (keeper) => {
    const known = keeper.kept[place] as T | undefined;
    if (known !== undefined) return known;
    const made = make(keeper);
    while (keeper.kept.length < place) keeper.kept.push(undefined);
    keeper.kept[place] = made;
    return made;
  };
}
