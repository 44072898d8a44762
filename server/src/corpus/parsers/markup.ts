import type { DomDocument, DomElement, DomNode } from "./dom.ts";

/** Takes markup, whole or a fragment; gives its document, with all words that a browser would show in its body. */
export async function parsePage(markup: string): Promise<DomDocument> {
  const { parseHTML } = await import("linkedom");
  const parse = (source: string) => parseHTML(source).document as unknown as Movable & DomDocument;
  const whole = /<body[\s>]/i.test(markup) ? markup : wrapped(markup);
  const document = parse(whole);
  return isSeated(document) ? document : seated(document, parse(EMPTY));
}

function wrapped(markup: string): string {
  const head = /<head[\s>][\s\S]*?<\/head>/i.exec(markup)?.[0] ?? "";
  return `<!doctype html><html>${head}<body>${markup.replace(head, "")}</body></html>`;
}

/** What moves from one document to another. */
interface Movable extends DomElement {
  appendChild(node: DomNode): unknown;
}

const EMPTY = "<!doctype html><html><head></head><body></body></html>";

/** Tags that HTML lets one leave out, and that hold nothing of their own: what is inside them is taken by itself. */
const FRAMES = new Set(["html", "head", "body", "frameset", "noframes"]);

/** Depth to which these tags are looked for in each other; no page comes near it. */
const DEEPEST = 20;

/** What says something of a page and is not shown. */
const FACTS = new Set(["title", "meta", "link", "base", "style", "script"]);

/**
 * The parser takes a page's tags as they come, and knows its body only right behind a head. HTML lets both be left out
 * (https://html.spec.whatwg.org/multipage/syntax.html#optional-tags), as programs do that save a page in one small file.
 */
function isSeated(document: DomDocument): boolean {
  const root = elementsOf(document);
  const [head, body, ...others] = elementsOf(root[0]);
  return (
    root.length === 1 &&
    root[0]?.localName === "html" &&
    head?.localName === "head" &&
    body?.localName === "body" &&
    others.length === 0
  );
}

function seated(document: DomDocument, empty: DomDocument): DomDocument {
  const language = document.querySelector("html[lang]")?.getAttribute("lang");
  if (language != null) empty.documentElement?.setAttribute("lang", language);
  const head = empty.querySelector("head") as Movable;
  const body = empty.querySelector("body") as Movable;
  const move = (node: DomNode, depth: number) => {
    const name = node.nodeType === 1 ? (node as DomElement).localName : "";
    if (FRAMES.has(name) && depth < DEEPEST) for (const inside of Array.from(node.childNodes)) move(inside, depth + 1);
    else if (node.nodeType === 1 || node.nodeType === 3) (FACTS.has(name) ? head : body).appendChild(node);
  };
  for (const node of Array.from(document.childNodes)) move(node, 0);
  return empty;
}

function elementsOf(node: DomNode | undefined): DomElement[] {
  return Array.from(node?.childNodes ?? []).filter((one): one is DomElement => one.nodeType === 1);
}
