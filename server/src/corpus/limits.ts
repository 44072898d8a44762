/** Limits for one file of the corpus. */
export interface Limits {
  /** Most bytes of the file itself. */
  readonly bytes: number;
  /** Most bytes that it may inflate to (Word files, web archives). */
  readonly inflated: number;
  /** Most code units of a page's markup, packed pictures left out. */
  readonly markup: number;
  /** Most pages read of a paged format. */
  readonly pages: number;
  /** Most tags of a page or element nodes of a document. */
  readonly nodes: number;
  /** Most articles taken out of one file. */
  readonly articles: number;
}

/** Limits that hold unless the caller says otherwise. */
export const DEFAULT_LIMITS: Limits = {
  bytes: 50_000_000,
  inflated: 200_000_000,
  markup: 10_000_000,
  pages: 2000,
  nodes: 200_000,
  articles: 5000,
};

/** Takes a number of bytes; gives it as people read it ("12.5 MB"). */
export function megabytes(bytes: number): string {
  return bytes < 100_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Takes the size of a file and the limit that it is over, in bytes; gives the end of a sentence that says so and what to do. */
export function tooLarge(size: number, limit: number): string {
  return `is ${megabytes(size)}, over the limit of ${megabytes(limit)} for one file; keep the part you need in a smaller file.`;
}
