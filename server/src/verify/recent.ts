/** Keeps what was worked out last of some things, each by the thing itself. */
export class Recent<K extends object, V> {
  private readonly most: number;
  private readonly kept = new Map<K, V>();

  /** Takes how many to keep; the oldest go first. */
  constructor(most: number) {
    this.most = most;
  }

  get(key: K): V | undefined {
    return this.kept.get(key);
  }

  set(key: K, value: V): void {
    if (this.kept.size >= this.most) this.kept.delete(this.kept.keys().next().value as K);
    this.kept.set(key, value);
  }
}
