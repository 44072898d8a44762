import type { CitationProcessor, Cite, CslItem, EntryFormat } from "../service/bibliography/index.ts";

/** What is used of a citeproc-js engine (https://citeproc-js.readthedocs.io). */
interface Engine {
  updateItems(ids: readonly string[]): void;
  makeBibliography(): readonly [unknown, readonly string[]] | false;
  rebuildProcessorState(
    citations: readonly object[],
    mode: EntryFormat,
    uncited: readonly string[],
  ): readonly (readonly [string, number, string])[];
}

/** What is used of Citation.js with its CSL plug-in. */
interface CslConfig {
  readonly styles: { has(name: string): boolean; get(name: string): string; add(name: string, xml: string): void };
  engine(items: readonly CslItem[], style: string, locale: string, format: EntryFormat): Engine;
}

/** The name of the optional package that formats by CSL styles; it is loaded from where it is installed and is in no bundle (its processor is under CPAL 1.0 or AGPL). */
const PLUGIN = "@citation-js/plugin-csl";
const CORE = "@citation-js/core";

/**
 * Gives the citation processor's factory, and the style that it brings ("apa"); an error's sentence where the optional package is not installed.
 */
export async function loadCiteproc(): Promise<
  { make: (items: readonly CslItem[], style: string) => CitationProcessor; apa: string } | { error: string }
> {
  try {
    const core = (await import(CORE)) as { plugins: { config: { get(name: string): CslConfig } } };
    await import(PLUGIN);
    const config = core.plugins.config.get("@csl");
    return { make: (items, style) => processor(config, items, style), apa: config.styles.get("apa") };
  } catch (error) {
    if (
      (error as { code?: string }).code !== "ERR_MODULE_NOT_FOUND" &&
      (error as { code?: string }).code !== "MODULE_NOT_FOUND"
    )
      throw error;
    return {
      error: `reference lists by CSL styles need the package ${PLUGIN}; install it beside Sourceline with “npm install ${PLUGIN}@0.8.2”.`,
    };
  }
}

let styles = 0;

function processor(config: CslConfig, items: readonly CslItem[], style: string): CitationProcessor {
  const name = `sourceline-${++styles}`;
  config.styles.add(name, style);
  const engine = (format: EntryFormat) => config.engine(items, name, "en-US", format);
  return {
    bibliography(format) {
      const made = engine(format);
      made.updateItems(items.map(({ id }) => id));
      const bibliography = made.makeBibliography();
      return bibliography === false ? [] : bibliography[1].map((entry) => entry.trim());
    },
    notes(citations, format) {
      return engine(format)
        .rebuildProcessorState(citations.map(citation), format, [])
        .map(([, , note]) => note);
    },
  };
}

function citation(cites: readonly Cite[], at: number): object {
  return {
    citationID: `c${at}`,
    citationItems: cites.map(({ id, locator }) => (locator === null ? { id } : { id, locator, label: "page" })),
    properties: { noteIndex: at + 1 },
  };
}
