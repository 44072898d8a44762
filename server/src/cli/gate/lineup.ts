/** Positions that belong together: the first, and the one behind the last. */
export interface Stretch {
  readonly first: number;
  readonly end: number;
}

/**
 * Puts what is finished in any order into the order of its positions, and holds back who would run too far ahead: so many positions are
 * under way or waiting for an earlier one, and never more.
 */
export class Lineup<T> {
  private readonly early = new Map<number, T>();
  private begun = 0;
  private given = 0;
  private giving: Promise<void> = Promise.resolve();
  private waiting: (() => void)[] = [];
  private readonly count: number;
  private readonly ahead: number;
  private readonly give: (value: T) => unknown;

  /** Takes the number of positions, how many may be under way, and what is given each value in order; a promise that it gives is waited for. */
  constructor(count: number, ahead: number, give: (value: T) => unknown) {
    this.count = count;
    this.ahead = ahead;
    this.give = give;
  }

  /** Takes a number of positions; gives the next so many (fewer at the end) once there is room for them, `null` where none are left. */
  async begin(size: number): Promise<Stretch | null> {
    while (this.begun < this.count && this.begun - this.given >= this.ahead)
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    if (this.begun >= this.count) return null;
    const first = this.begun;
    this.begun = Math.min(this.count, first + size);
    return { first, end: this.begun };
  }

  /** Takes the value of a position; gives it on when all before it have been given. Settles when it is known to wait, or has been given. */
  put(at: number, value: T): Promise<void> {
    this.early.set(at, value);
    this.giving = this.giving.then(() => this.giveOn());
    return this.giving;
  }

  private async giveOn(): Promise<void> {
    while (this.early.has(this.given)) {
      const value = this.early.get(this.given) as T;
      this.early.delete(this.given);
      await this.give(value);
      this.given++;
    }
    for (const wake of this.waiting.splice(0)) wake();
  }
}
