/** Takes an address; gives it in comparable form: no scheme, `www.`, fragment, tracking parameters or last slash. */
export function urlKey(url: string | null): string | null {
  try {
    const { hostname, pathname, searchParams } = new URL(url ?? "");
    const query = [...searchParams]
      .filter(([name]) => !/^(?:utm_|fbclid|gclid|mc_|cmp|ref$)/i.test(name))
      .map(([name, value]) => `${name}=${value}`);
    return (
      hostname.replace(/^(?:www|m|amp)\./, "") +
      pathname.replace(/\/$/, "") +
      (query.length > 0 ? `?${query.sort().join("&")}` : "")
    );
  } catch {
    return null;
  }
}
