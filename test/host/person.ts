import type { FrameLocator, Locator, Page } from "playwright-core";

/** How often something is done again that nothing came of, and how long each time is waited for, in milliseconds. */
const TRIES = 8;
const PATIENCE = 6000;
/** How long words may take to be underlined, and how often they are looked at. */
const CHECK = { timeout: 60_000, pause: 50 };

type Kind = "error" | "warning" | "info";

/** A writer at the workbench: what they can see and do, and nothing that only a program could. */
export class Person {
  readonly page: Page;

  /** Takes a page with the workbench open. */
  constructor(page: Page) {
    this.page = page;
  }

  /** Waits until the draft has been checked: something in it is underlined as a problem. */
  async seesProblems(): Promise<void> {
    await this.page.locator(".squiggly-warning").first().waitFor({ state: "attached" });
  }

  /** Waits until words of the draft are underlined as a problem of a kind. */
  async seesUnderlined(words: string, kind: Kind = "warning"): Promise<void> {
    await this.looksUntil(`“${words}” is underlined`, () => this.isUnderlined(words, kind));
  }

  /** Waits until words of the draft are underlined as a problem of a kind no more. */
  async seesPlain(words: string, kind: Kind = "warning"): Promise<void> {
    await this.looksUntil(`“${words}” is not underlined`, async () => !(await this.isUnderlined(words, kind)));
  }

  /** Says whether words of the draft, which stand on the screen, are underlined as a problem of a kind. */
  async isUnderlined(words: string, kind: Kind = "warning"): Promise<boolean> {
    const place = await this.wordsInEditor(words);
    const marks = await this.page.locator(`.squiggly-${kind}`).evaluateAll((all) =>
      all.map((mark) => {
        const { left, right, top, bottom } = mark.getBoundingClientRect();
        return { left, right, top, bottom };
      }),
    );
    return marks.some((it) => it.left < place.x && place.x < it.right && it.top < place.y && place.y < it.bottom);
  }

  private async looksUntil(sight: string, isSeen: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + CHECK.timeout;
    while (!(await isSeen())) {
      if (Date.now() > end) throw new Error(`It never came that ${sight}`);
      await this.page.waitForTimeout(CHECK.pause);
    }
  }

  /** Takes a row of a list of choices. */
  async choose(words: string): Promise<void> {
    await this.page.locator(".quick-input-list .monaco-list-row", { hasText: words }).first().click();
  }

  /** Takes a fix, by words of its title, for words of the draft. */
  async takeFix(words: string, title: string): Promise<void> {
    const take = async () => {
      const rows = await this.openLightBulb(words);
      await rows.filter({ hasText: title }).first().click();
    };
    await this.insist(take, this.fixes.first(), "hidden");
  }

  /** Waits until a notice with these words is among those that the workbench keeps, which stay open; gives it. */
  async seesNotice(words: string): Promise<Locator> {
    const notice = this.page.locator(".notifications-center .notification-list-item", { hasText: words }).first();
    await this.insist(() => this.runCommand("Notifications: Show Notifications"), notice);
    return notice;
  }

  /** Opens what the editor tells of a language until it tells the words: what it tells follows the server. */
  async seesLanguageStatus(words: RegExp): Promise<void> {
    const open = async () => {
      await this.page.keyboard.press("Escape");
      await this.page.locator("#status\\.languageStatus").first().click();
    };
    await this.insist(open, this.page.locator(".hover-language-status", { hasText: words }).first());
  }

  /** Runs a command by its title from the palette, which the workbench may close again while it is still busy with what came before. */
  async runCommand(title: string): Promise<void> {
    const find = async () => {
      await this.page.keyboard.press("F1");
      await this.page.locator(".quick-input-widget input").fill(`>${title}`, { timeout: PATIENCE });
    };
    const row = this.page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first();
    await this.insist(find, row);
    await this.insist(() => this.page.keyboard.press("Enter"), row, "hidden");
  }

  /** Does something, again where it fails or nothing comes of it, until a sight is there, or gone: what is done before the editor listens is lost. */
  async insist(act: () => Promise<void>, sight: Locator, state: "visible" | "hidden" = "visible"): Promise<void> {
    for (let tries = 1; tries < TRIES; tries++) {
      const came = await act()
        .then(() => sight.waitFor({ state, timeout: PATIENCE }))
        .then(
          () => true,
          () => false,
        );
      if (came) return;
    }
    await act();
    await sight.waitFor({ state });
  }

  /** Takes a file by its path in the editor's own file dialog, which is open: it writes a folder of its own into the box once it has looked that up. */
  async takeFile(path: string, name: string): Promise<void> {
    const row = this.page.locator(".quick-input-list .monaco-list-row", { hasText: name }).first();
    const take = async () => {
      await this.page.locator(".quick-input-widget input").fill(path);
      await row.waitFor();
      await this.page.keyboard.press("Enter");
    };
    await this.insist(take, row, "hidden");
  }

  /** Answers what an input box asks, and waits until it is content. */
  async answer(text: string): Promise<void> {
    await this.page.locator(".quick-input-widget .quick-input-message", { hasText: /\w/ }).waitFor();
    await this.page.locator(".quick-input-widget input").fill(text);
    await this.page.keyboard.press("Enter");
    await this.page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  }

  /** Has the workbench wear each theme in turn, as a writer or their system does, and calls back with its name. It begins with the light one. */
  async inEveryTheme(look: (theme: "light" | "dark" | "high-contrast") => Promise<unknown>): Promise<void> {
    await this.wears("vs");
    await look("light");
    await this.runCommand("Preferences: Toggle between Light/Dark Themes");
    await this.wears("vs-dark");
    await look("dark");
    await this.page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
    await this.wears("hc-black");
    await look("high-contrast");
    await this.page.emulateMedia({ forcedColors: null, colorScheme: null });
  }

  private async wears(theme: string): Promise<void> {
    await this.page.locator(`.monaco-workbench.${theme}`).waitFor();
    await this.page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  }

  /** Goes to the end of the draft and types. */
  async typeAtEnd(text: string): Promise<void> {
    await this.page.locator(".editor-instance .view-lines").first().click();
    await this.page.keyboard.press("Control+End");
    await this.page.keyboard.type(text);
  }

  /** Gives a place on the page that shows these words in the editor, once they stand there. */
  async wordsInEditor(words: string): Promise<{ x: number; y: number }> {
    const line = this.page.locator(".editor-instance .view-line", { hasText: words }).first();
    await line.waitFor();
    return await line.evaluate((element, wanted) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = (node.textContent ?? "").replaceAll("\u00a0", " ").indexOf(wanted);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const box = range.getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
      throw new Error(`“${wanted}” is broken up on the screen`);
    }, words);
  }

  /** Points at words, again where nothing comes of it, until a hover shows what is to be seen in it; gives its text. */
  async hover(words: string, seen: string | RegExp): Promise<string> {
    const hover = this.page.locator(".monaco-hover:visible", { hasText: seen }).first();
    const point = async () => {
      const { x, y } = await this.wordsInEditor(words);
      await this.page.keyboard.press("Escape");
      await this.page.mouse.move(x - 40, y - 40);
      await this.page.mouse.move(x, y, { steps: 5 });
    };
    await this.insist(point, hover);
    return await hover.innerText();
  }

  /** Puts the cursor on words and opens the light bulb's list, again where it does not come; gives its rows. */
  async openLightBulb(words: string): Promise<Locator> {
    const open = async () => {
      await this.clickOn(words);
      await this.page.keyboard.press("Control+.");
    };
    await this.insist(open, this.fixes.first());
    return this.fixes;
  }

  private get fixes(): Locator {
    return this.page.locator(".action-widget .monaco-list-row.action");
  }

  /** Puts the cursor on words, wherever they stand by now, with nothing open in front of them. */
  async clickOn(words: string): Promise<void> {
    const { x, y } = await this.wordsInEditor(words);
    await this.page.keyboard.press("Escape");
    await this.page.mouse.click(x, y);
  }

  /** Waits until a report is shown, and gives it: what is in front among pages. */
  async seesReport(heading: string | RegExp): Promise<FrameLocator> {
    const report = this.page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
    await report.getByRole("heading", { level: 1, name: heading }).waitFor();
    return report;
  }

  /** Waits until one of the editors shows these words. */
  async seesInEditor(words: string): Promise<void> {
    await this.page.waitForFunction((wanted) => {
      const lines = [...document.querySelectorAll(".view-lines")].map((it) => it.textContent ?? "");
      return lines.some((text) => text.replaceAll("\u00a0", " ").includes(wanted));
    }, words);
  }
}
