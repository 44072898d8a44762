import type { DomElement } from "./dom.ts";

/** What the names that a page gives to an element (its classes and id) say of the words in it. */
export type Naming =
  | "comment"
  | "teaser"
  | "box"
  | "barrier"
  | "fact"
  | "caption"
  | "quoted"
  | "signature"
  | "pullquote";

/** The name that marks a comment of a document's editors. */
export const COMMENT = "sourceline-comment";

/** Names by what they say, one word or words with `-` between; a name fits where its words follow each other in a class. */
const NAMES: Readonly<Record<Naming, string>> = {
  comment: COMMENT,
  box: `newsletter newsletters newslettersignup signup sign-up subscribe promo promos promotion teasers related relatedposts relatedcontent related-posts readmore
    read-more read-next recirc recirculation recommended recommendations trending most-read mostread most-popular mostpopular most-viewed latest-posts
    popular-posts comments comment-list comments-area disqus respond outbrain taboola sharedaddy share sharing share-bar social-share cookie cookies consent gdpr onetrust advert
    adverts advertisement ad ads sponsored author-bio authorbio author-box about-author about-the-author author-info author-card breadcrumb breadcrumbs pagination
    post-navigation app-promo tp-container donate donation poll-widget reader-poll poll-box opinary quiz-widget reflist mw-references-wrap references reference-list`,
  teaser: "teaser",
  barrier:
    "paywall regwall paygate subscriber-wall subscription-wall meter-wall piano-offer paywall-barrier subscribe-wall registration-wall barrier gate gateway-content content-gate article-gate snippet-promotion snippet-login fence-body",
  fact: "factbox fact-box fact-file factfile key-facts keyfacts key-figures infobox in-numbers correction corrections clarification",
  caption:
    "caption wp-caption-text amp-caption figcaption image-caption photo-caption img-caption media-caption cutline",
  quoted:
    "gmail-quote gmail-attr moz-cite-prefix yahoo-quoted divrplyfwdmsg append-on-send appendonsend protonmail-quote",
  signature: "gmail-signature moz-signature signature protonmail-signature",
  pullquote: "pullquote pull-quote pq pulled-quote",
};

const BY_WORDS = new Map<string, Naming>(
  (Object.entries(NAMES) as [Naming, string][]).flatMap(([naming, names]) =>
    names.split(/\s+/).map((name): [string, Naming] => [name, naming]),
  ),
);

/** Elements that hold a whole page or article; what they are called by speaks of all that is in them. */
const WHOLE = new Set(["html", "body", "main", "article", "table", "figure"]);

/** Longest run of words in a name that is looked up, and most names of one element. */
const LONGEST = 3;
const MOST = 20;

/**
 * Takes an element, and what is known of names on its page, to which it adds; gives what the element's classes and id say of the words in it, or
 * `null`. The first name that says something counts.
 */
export function namingOf(element: DomElement, known: Map<string, Naming | null>): Naming | null {
  if (WHOLE.has(element.localName)) return null;
  const names = `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""} ${element.getAttribute("data-type") ?? ""}`;
  if (names.length <= 2) return null;
  for (const name of names.slice(0, 400).split(/\s+/, MOST)) {
    let naming = known.get(name);
    if (naming === undefined) {
      naming = namingOfName(name);
      known.set(name, naming);
    }
    if (naming !== null) return naming;
  }
  return null;
}

/** "css-RelatedPosts__item" holds the words css, related, posts and item. A name that denies ("no-comments", "has-ads") says nothing. */
function namingOfName(name: string): Naming | null {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== "");
  if (words.some((word) => SILENT.has(word))) return null;
  for (let at = 0; at < words.length; at++)
    for (let size = LONGEST; size > 0; size--) {
      const found = BY_WORDS.get(words.slice(at, at + size).join("-"));
      if (found !== undefined) return found;
    }
  return null;
}

const SILENT = new Set("no has with without open closed embed free layout page tag category enabled".split(" "));
