import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { openSample } from "./desk.ts";
import { inHost } from "./run.ts";
import { output } from "./workspace.ts";

/** What underlines words that a source supports, and problems. */
const supported = ".editor-instance .view-lines [class*='ced-']";
const marks = `.squiggly-warning, .squiggly-info, ${supported}`;

/** What a writer sees in each language: the title of a tree, a finding on hover, and a command. */
const languages = {
  es: {
    tree: /Hallazgos/,
    finding: /Ninguna fuente da 2,600.*Contradicho\./s,
    command: "Sourceline: Revisar citas",
    report: "Citas comprobadas: draft.md",
    scope: "El borrador abierto",
  },
  fr: {
    tree: /Remarques/,
    finding: /Aucune source ne donne 2,600.*Contredit\./s,
    command: "Sourceline: Vérifier les références",
    report: /^Références vérifiées/,
    scope: "Le brouillon ouvert",
  },
} as const;

for (const [language, { tree, finding, command, scope, report }] of Object.entries(languages))
  test(`a writer whose VS Code speaks ${language} is spoken to in it`, inHost, async (context) => {
    const { page, writer } = await openSample(context, { language });
    await writer.hover("2,600", finding);
    await page.screenshot({ path: join(output, `hover-${language}.png`) });
    await writer.runCommand("View: Show Sourceline");
    await page.getByRole("tree", { name: tree }).waitFor();
    await writer.runCommand(command);
    await writer.choose(scope);
    await writer.seesReport(report);
    await page.screenshot({ path: join(output, `report-${language}.png`) });
  });

test("a draft in a folder that is not trusted is checked", inHost, async (context) => {
  const { page, writer } = await openSample(context, { trusted: false });
  await page.locator(".statusbar-item", { hasText: "Restricted Mode" }).waitFor();
  await writer.hover("2,600", "Contradicted.");
  await page.screenshot({ path: join(output, "restricted.png") });
});

test("a server that ends is started again and says so", inHost, async (context) => {
  const { page, writer, process: host } = await openSample(context);
  await page.setViewportSize({ width: 1440, height: 1300 });
  process.kill(serverBelow(host), "SIGKILL");
  await writer.typeAtEnd("\n\nSoldiers found 7,341 crates of pamphlets.");
  await writer.seesUnderlined("7,341");
  await writer.seesLanguageStatus(/Sourceline was restarted/);
  await page.screenshot({ path: join(output, "restarted.png") });
});

test("a server that ends again and again is left alone, and the writer is told what helps", inHost, async (context) => {
  const { page, writer, process: host } = await openSample(context);
  await page.setViewportSize({ width: 1440, height: 1300 });
  assert.ok((await page.locator(supported).count()) > 0);
  for (let ends = 1; ends < 5; ends++) {
    process.kill(serverBelow(host), "SIGKILL");
    await writer.typeAtEnd(`\n\nSoldiers found 7,34${ends} crates of pamphlets.`);
    await writer.seesUnderlined(`7,34${ends}`);
  }
  process.kill(serverBelow(host), "SIGKILL");
  const told = await writer.seesNotice("Sourceline no longer checks your drafts");
  await page.screenshot({ path: join(output, "stopped.png") });
  assert.equal(serverBelow(host), 0);
  assert.equal(await page.locator(marks).count(), 0);
  await told.click();
  await page.getByRole("button", { name: "Restart", exact: true }).first().click();
  await writer.hover("2,600", "Contradicted.");
  await writer.seesLanguageStatus(/Sourceline is running/);
});

/** Takes a process; gives that of the language server among its descendants, 0 where none runs. */
function serverBelow(host: number): number {
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return Number(all.find((id) => read(id, "cmdline").includes("server/dist/server.cjs") && descends(id, host)) ?? 0);
}

function descends(id: string, from: number): boolean {
  for (let at = id; Number(at) > 1; at = /^PPid:\s+(\d+)$/m.exec(read(at, "status"))?.[1] ?? "0")
    if (Number(at) === from) return true;
  return false;
}

function read(id: string, name: string): string {
  try {
    return readFileSync(`/proc/${id}/${name}`, "utf8");
  } catch {
    return "";
  }
}
