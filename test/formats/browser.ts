import { type Browser, chromium } from "playwright-core";

interface Host {
  readonly host: { readonly chromium: string; readonly libraries: string };
  readonly hostIsReady: () => boolean;
}

/** Gives the Chromium of the tests, headless; `null` where it is not set up (`npm test` does that). */
export async function openBrowser(): Promise<Browser | null> {
  const file: string = new URL("../../server/build/host.mjs", import.meta.url).href;
  const { host, hostIsReady } = (await import(file)) as Host;
  if (!hostIsReady()) return null;
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: [host.libraries, process.env["LD_LIBRARY_PATH"]].filter(Boolean).join(":"),
  };
  return chromium.launch({
    executablePath: host.chromium,
    args: ["--headless=new", "--no-sandbox", "--disable-gpu"],
    env,
  });
}
