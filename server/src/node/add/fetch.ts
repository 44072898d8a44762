import { get as getPlain, type IncomingMessage } from "node:http";
import { get as getSecure } from "node:https";
import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from "node:zlib";
import { say } from "../../service/words.ts";
import { reasonOf } from "../files.ts";
import { AddError, checkedUrl, publicLookup } from "./address.ts";

/** Limits of fetching. */
export interface FetchLimits {
  /** Most bytes of a page, unpacked. */
  readonly bytes: number;
  /** Milliseconds for all of it, redirects included. */
  readonly time: number;
  readonly redirects: number;
}

/** What usually holds. */
export const FETCH_LIMITS: FetchLimits = { bytes: 20_000_000, time: 30_000, redirects: 5 };

/** A page as it came. */
export interface Fetched {
  /** Where it was in the end, redirects followed. */
  readonly url: string;
  readonly bytes: Uint8Array;
  /** Its media type, in lower case and without parameters; "" where it names none. */
  readonly type: string;
  /** The character set that the server names, `null` where it names none. */
  readonly charset: string | null;
  /** ISO time of the fetch. */
  readonly time: string;
}

const UNPACKERS: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
};

/**
 * Takes an http or https address; gives what stands there. Every redirect is looked at like the address itself: it must be http or https, and
 * lead to no private address unless that is allowed. Throws AddError with a sentence for the writer where it cannot be had.
 */
export async function fetchPage(
  address: string,
  { allowPrivate = false, limits = FETCH_LIMITS }: { allowPrivate?: boolean; limits?: FetchLimits } = {},
): Promise<Fetched> {
  const signal = AbortSignal.timeout(limits.time);
  try {
    return await follow(checkedUrl(address, allowPrivate), { allowPrivate, limits, signal });
  } catch (error) {
    if (error instanceof AddError) throw error;
    const seconds = limits.time / 1000;
    if (signal.aborted) throw new AddError(say("add.slow", { address, seconds }));
    throw new AddError(say("add.unreachable", { address, reason: reasonOf(error) }));
  }
}

interface Fetching {
  readonly allowPrivate: boolean;
  readonly limits: FetchLimits;
  readonly signal: AbortSignal;
}

async function follow(start: URL, fetching: Fetching): Promise<Fetched> {
  let url = start;
  for (let left = fetching.limits.redirects; ; left--) {
    const response = await request(url, fetching);
    const { statusCode = 0, headers } = response;
    const moved = statusCode >= 300 && statusCode < 400 ? headers.location : undefined;
    if (moved === undefined) return await pageOf(response, url, fetching);
    response.destroy();
    if (left === 0) throw new AddError(say("add.redirects", { address: start.href }));
    url = checkedUrl(URL.parse(moved, url.href)?.href ?? moved, fetching.allowPrivate);
  }
}

function request(url: URL, { allowPrivate, signal }: Fetching): Promise<IncomingMessage> {
  const headers = {
    accept: "text/html,application/xhtml+xml,application/pdf,text/*;q=0.9",
    "accept-encoding": "gzip, br, deflate",
    "user-agent": "Sourceline",
  };
  const get = url.protocol === "https:" ? getSecure : getPlain;
  return new Promise((resolve, reject) => {
    get(url, { headers, signal, lookup: publicLookup(allowPrivate), agent: false }, resolve).once("error", reject);
  });
}

async function pageOf(response: IncomingMessage, url: URL, { limits }: Fetching): Promise<Fetched> {
  const { statusCode: status = 0, headers } = response;
  if (status !== 200) {
    response.destroy();
    throw new AddError(say("add.status", { address: url.href, status }));
  }
  const type = (headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  const bytes = await bytesOf(unpacked(response), limits.bytes, url.href);
  const charset = /;\s*charset\s*=\s*"?([\w.:-]{2,30})/i.exec(headers["content-type"] ?? "")?.[1] ?? null;
  return { url: url.href, bytes, type, charset, time: new Date().toISOString() };
}

function unpacked(response: IncomingMessage): Readable {
  const unpacker = UNPACKERS[(response.headers["content-encoding"] ?? "").trim().toLowerCase()]?.();
  if (unpacker === undefined) return response;
  response.once("error", (error) => (unpacker as unknown as Readable).destroy(error));
  return response.pipe(unpacker) as unknown as Readable;
}

async function bytesOf(stream: Readable, most: number, address: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > most) throw new AddError(say("add.large", { address, megabytes: most / 1_000_000 }));
    parts.push(part);
  }
  return Buffer.concat(parts);
}
