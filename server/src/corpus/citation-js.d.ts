declare module "@citation-js/core" {
  /** The part of Citation.js that reads: gives parsed entries (`chainLink`) or CSL-JSON items (`chain`); throws on what it cannot read. */
  export const plugins: {
    readonly input: {
      chainLink(source: string): unknown;
      chain(source: string, options: { readonly generateGraph: boolean }): unknown;
    };
  };
}
declare module "@citation-js/plugin-bibtex" {}
