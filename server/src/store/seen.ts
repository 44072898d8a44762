/**
 * Numbers of 32 bits that were met, since `begin` where that was called. One set is used over and over, so that it leaves nothing behind: places are told to
 * be taken by the round in which they were, and looked for one after the other (Knuth, "The Art of Computer Programming" 3, 6.4, algorithm L).
 */
export class SeenKeys {
  private keys = new Int32Array(1024);
  private rounds = new Int32Array(1024);
  private round = 1;
  private count = 0;

  /** Forgets all. */
  begin(): void {
    this.round = (this.round + 1) | 0;
    this.count = 0;
  }

  /** Takes a number, signed or not; says whether it was not met before. */
  add(key: number): boolean {
    if (this.count * 2 >= this.keys.length) this.grow();
    const { keys, rounds, round } = this;
    const most = keys.length - 1;
    const own = key | 0;
    for (let at = (own ^ (own >>> 15)) & most; ; at = (at + 1) & most) {
      if (rounds[at] !== round) {
        rounds[at] = round;
        keys[at] = own;
        this.count++;
        return true;
      }
      if (keys[at] === own) return false;
    }
  }

  private grow(): void {
    const { keys, rounds, round } = this;
    this.keys = new Int32Array(keys.length * 2);
    this.rounds = new Int32Array(keys.length * 2);
    this.begin();
    for (let at = 0; at < keys.length; at++) if (rounds[at] === round) this.add(keys[at] as number);
  }
}
