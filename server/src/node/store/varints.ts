/** Reads numbers in base 128, seven bits a byte, the lowest first; past the end it reads zeros. */
export class ByteReader {
  private readonly data: Uint8Array;
  at: number;

  constructor(data: Uint8Array, at = 0) {
    this.data = data;
    this.at = at;
  }

  /** Gives the next number, of at most 32 bits, and goes on behind it. */
  varint(): number {
    const { data } = this;
    let byte = data[this.at++] ?? 0;
    if (byte < 128) return byte;
    let value = byte & 127;
    for (let shift = 7; byte >= 128 && shift < 35; shift += 7) {
      byte = data[this.at++] ?? 0;
      value |= (byte & 127) << shift;
    }
    return value >>> 0;
  }
}

/** Bytes that grow, written in the same way. */
export class ByteWriter {
  private data: Uint8Array;
  length = 0;

  constructor(room: number) {
    this.data = new Uint8Array(room);
  }

  /** Takes a number of at most 32 bits; writes it at the end. */
  varint(value: number): void {
    if (this.length + 5 > this.data.length) this.grow();
    let left = value;
    while (left >= 128) {
      this.data[this.length++] = (left & 127) | 128;
      left >>>= 7;
    }
    this.data[this.length++] = left;
  }

  /** What was written, which holds until more is. */
  view(): Uint8Array {
    return this.data.subarray(0, this.length);
  }

  private grow(): void {
    const wider = new Uint8Array(this.data.length * 2 + 5);
    wider.set(this.data);
    this.data = wider;
  }
}
