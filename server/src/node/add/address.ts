import { type LookupAddress, type LookupOptions, lookup as resolve } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { say } from "../../service/words.ts";

/** An error whose message is a sentence for the writer. */
export class AddError extends Error {}

/** Takes an IP address; says whether it is one of the public internet: not this machine, the local network, or a range kept for other ends. */
export function isPublic(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "unicast";
}

/** Takes what the writer gave as an address and whether private ones are allowed; gives it as a URL. Throws AddError where it may not be fetched. */
export function checkedUrl(address: string, allowPrivate: boolean): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) throw new AddError(say("add.scheme", { address }));
  if (url.username !== "" || url.password !== "") throw new AddError(say("add.credentials", { address: url.host }));
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (!allowPrivate && isIP(host) !== 0 && !isPublic(host)) throw new AddError(say("add.private", { address: host }));
  return url;
}

/** How a name is looked up: all of its addresses. */
export type Ask = (
  host: string,
  options: LookupOptions & { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Gives a look-up of names that refuses those which lead to a private address. A connection uses the very addresses that were looked at, so that
 * a name cannot lead elsewhere the second time.
 */
export function publicLookup(allowPrivate: boolean, ask: Ask = resolve): LookupFunction {
  return (host, options, done) => {
    ask(host, { ...options, all: true }, (error, addresses) => {
      const first = addresses?.[0];
      if (error || first === undefined)
        return done(error ?? new AddError(say("add.unknown", { address: host })), "", 4);
      if (!allowPrivate && !addresses.every(({ address }) => isPublic(address)))
        return done(new AddError(say("add.private", { address: host })), "", 4);
      return options.all === true ? done(null, addresses) : done(null, first.address, first.family);
    });
  };
}
