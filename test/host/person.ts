import type { FrameLocator, Locator, Page } from "playwright-core";

/** How often a key is pressed again that nothing came of, and how long each time is waited for, in milliseconds. */
const TRIES = 8;
const PATIENCE = 4000;

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

  /** Waits until so many problems of a kind are underlined as do it. */
  async seesUnderlined(kind: "error" | "warning" | "info", enough: (count: number) => boolean): Promise<void> {
    const marks = this.page.locator(`.squiggly-${kind}`);
    while (!enough(await marks.count())) await this.page.waitForTimeout(50);
  }

  /** Takes a row of a list of choices. */
  async choose(words: string): Promise<void> {
    await this.page.locator(".quick-input-list .monaco-list-row", { hasText: words }).first().click();
  }

  /** Takes a fix, by words of its title, for words of the draft. */
  async takeFix(words: string, title: string): Promise<void> {
    let rows: Locator;
    do {
      rows = await this.openLightBulb(words);
      await rows.filter({ hasText: title }).first().click();
    } while (!(await goes(rows.first())));
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

  /** Runs a command by its title from the palette. */
  async runCommand(title: string): Promise<void> {
    await this.page.keyboard.press("F1");
    const input = this.page.locator(".quick-input-widget input");
    await input.fill(`>${title}`);
    await this.page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().waitFor();
    await this.page.keyboard.press("Enter");
  }

  /** Does something until what it brings up is there: a key pressed before the editor listens is lost. */
  async insist(act: () => Promise<void>, shown: Locator): Promise<void> {
    for (let tries = 1; tries < TRIES; tries++) {
      await act();
      const came = await shown.waitFor({ timeout: PATIENCE }).then(
        () => true,
        () => false,
      );
      if (came) return;
    }
    await act();
    await shown.waitFor();
  }

  /** Takes a file by its path in the editor's own file dialog: a key pressed while that looks the path up is lost. */
  async takeFile(path: string, name: string): Promise<void> {
    await this.page.locator(".quick-input-widget input").fill(path);
    const row = this.page.locator(".quick-input-list .monaco-list-row", { hasText: name }).first();
    await row.waitFor();
    do await this.page.keyboard.press("Enter");
    while (!(await goes(row)));
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
    do {
      const { x, y } = await this.wordsInEditor(words);
      await this.page.keyboard.press("Escape");
      await this.page.mouse.move(x - 40, y - 40);
      await this.page.mouse.move(x, y, { steps: 5 });
    } while (!(await comes(hover)));
    return await hover.innerText();
  }

  /** Puts the cursor on words and opens the light bulb's list, again where it does not come; gives its rows. */
  async openLightBulb(words: string): Promise<Locator> {
    const rows = this.page.locator(".action-widget .monaco-list-row.action");
    do {
      const { x, y } = await this.wordsInEditor(words);
      await this.page.keyboard.press("Escape");
      await this.page.mouse.click(x, y);
      await this.page.keyboard.press("Control+.");
    } while (!(await comes(rows.first())));
    return rows;
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

/** Says whether something comes to be seen soon. */
function comes(sight: Locator): Promise<boolean> {
  return turns(sight, "visible");
}

/** Says whether something is soon seen no more. */
function goes(sight: Locator): Promise<boolean> {
  return turns(sight, "hidden");
}

async function turns(sight: Locator, state: "visible" | "hidden"): Promise<boolean> {
  return await sight.waitFor({ state, timeout: 6_000 }).then(
    () => true,
    () => false,
  );
}
