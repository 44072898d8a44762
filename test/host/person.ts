import type { Locator, Page } from "playwright-core";

/** A writer at the workbench: what they can see and do, and nothing that only a program could. */
export class Person {
  readonly page: Page;

  /** Takes a page with the workbench open. */
  constructor(page: Page) {
    this.page = page;
  }

  /** Runs a command by its title from the palette. */
  async runCommand(title: string): Promise<void> {
    await this.page.keyboard.press("F1");
    const input = this.page.locator(".quick-input-widget input");
    await input.fill(`>${title}`);
    await this.page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().waitFor();
    await this.page.keyboard.press("Enter");
  }

  /** Answers what an input box asks. */
  async answer(text: string): Promise<void> {
    await this.page.locator(".quick-input-widget .quick-input-message", { hasText: /\w/ }).waitFor();
    await this.page.locator(".quick-input-widget input").fill(text);
    await this.page.keyboard.press("Enter");
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

  /** Points at words and waits until a hover shows; gives its text. */
  async hover(words: string): Promise<string> {
    const { x, y } = await this.wordsInEditor(words);
    await this.page.mouse.move(x - 40, y - 40);
    await this.page.mouse.move(x, y, { steps: 5 });
    const hover = this.page.locator(".monaco-hover:visible").first();
    await hover.locator(".hover-contents", { hasText: /\w/ }).first().waitFor();
    return await hover.innerText();
  }

  /** Puts the cursor on words and opens the light bulb's list; gives its rows. */
  async openLightBulb(words: string): Promise<Locator> {
    const { x, y } = await this.wordsInEditor(words);
    await this.page.keyboard.press("Escape");
    await this.page.mouse.click(x, y);
    await this.page.keyboard.press("Control+.");
    const rows = this.page.locator(".action-widget .monaco-list-row.action");
    await rows.first().waitFor();
    return rows;
  }

  /** Waits until one of the editors shows these words. */
  async seesInEditor(words: string): Promise<void> {
    await this.page.waitForFunction((wanted) => {
      const lines = [...document.querySelectorAll(".view-lines")].map((it) => it.textContent ?? "");
      return lines.some((text) => text.replaceAll("\u00a0", " ").includes(wanted));
    }, words);
  }
}
