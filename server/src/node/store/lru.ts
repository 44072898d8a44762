/** Keeps what was used last, up to a total weight. */
export class Lru<K, V> {
  private readonly kept = new Map<K, { readonly value: V; readonly weight: number }>();
  private readonly most: number;
  private total = 0;

  constructor(most: number) {
    this.most = most;
  }

  get(key: K): V | undefined {
    const entry = this.kept.get(key);
    if (entry === undefined) return undefined;
    this.kept.delete(key);
    this.kept.set(key, entry);
    return entry.value;
  }

  set(key: K, value: V, weight = 1): void {
    this.drop(key);
    if (weight > this.most) return;
    this.kept.set(key, { value, weight });
    this.total += weight;
    for (const old of this.kept.keys()) {
      if (this.total <= this.most) break;
      this.drop(old);
    }
  }

  clear(): void {
    this.kept.clear();
    this.total = 0;
  }

  private drop(key: K): void {
    const entry = this.kept.get(key);
    if (entry === undefined) return;
    this.kept.delete(key);
    this.total -= entry.weight;
  }
}
