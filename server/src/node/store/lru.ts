interface Entry<V> {
  readonly value: V;
  readonly weight: number;
}

/**
 * Keeps what was used last, up to a total weight, in two halves: what is used goes into the young one, and when that is full it takes the place of
 * the old one. So a use of what is young costs one look-up, and nothing has to be kept in order of use.
 */
export class Lru<K, V> {
  private half: number;
  private young = new Map<K, Entry<V>>();
  private old = new Map<K, Entry<V>>();
  private weight = 0;

  /** Takes the most that all entries together may weigh. */
  constructor(most: number) {
    this.half = most / 2;
  }

  get(key: K): V | undefined {
    const young = this.young.get(key);
    if (young !== undefined) return young.value;
    const entry = this.old.get(key);
    if (entry === undefined) return undefined;
    this.old.delete(key);
    this.add(key, entry);
    return entry.value;
  }

  /** Keeps a value that was not there; one that weighs more than half of all is not kept. */
  set(key: K, value: V, weight = 1): void {
    if (weight <= this.half) this.add(key, { value, weight });
  }

  /** Takes the most that all entries together may weigh from now on. */
  resize(most: number): void {
    if (most / 2 < this.half) this.clear();
    this.half = most / 2;
  }

  clear(): void {
    this.young.clear();
    this.old.clear();
    this.weight = 0;
  }

  private add(key: K, entry: Entry<V>): void {
    if (this.weight + entry.weight > this.half) {
      this.old = this.young;
      this.young = new Map();
      this.weight = 0;
    }
    this.young.set(key, entry);
    this.weight += entry.weight;
  }
}
