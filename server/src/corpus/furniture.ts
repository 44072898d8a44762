import { FOREIGN_LINE_RULES } from "./foreignfurniture.ts";
import { PLATFORM_LINE_RULES } from "./platforms.ts";
import type { BlockKind } from "./types.ts";

/** A rule of the table: what a line looks like, and what it is then. */
export interface LineRule {
  readonly kind: BlockKind;
  readonly pattern: RegExp;
  /** Most words that the line may have. */
  readonly words: number;
  /** Most words of a line that closes as a sentence does, where they are fewer: a longer one goes on with the article. */
  readonly sentence?: number;
  /** True where a line that closes as a sentence does is spared. */
  readonly unstopped?: boolean;
}

/** Whole lines that are page chrome wherever they stand, in comparable form (see `keyOf`). */
export const CHROME_LINES: ReadonlySet<string> = new Set(
  `about us|accept|accept all|accept cookies|accessibility links|accessibility help|add to favorites|advertisement|advertising|all rights reserved
   also read|app store|back to top|bookmark|breaking|breaking news|browse|careers|close|comment|comments|contact|contact us|continue reading
   continue reading the main story|cookie policy|cookie settings|cookies|copy link|copy url|copyright|create account|create an account|credit|credits|do not sell my personal information
   don't miss|dont miss|donate|donate now|download|e-mail|edition|editor's picks|editors' picks|email|email article|embed|enlarge|enlarge this image|expand|explore more|facebook
   featured|follow|follow us|follow us on|free newsletter|published in|open in app|member-only story|full screen|gallery|get the app|get the newsletter|google play|headlines|hide caption|home|home page|homepage|in pictures|in this article|instagram
   join the conversation|join the discussion|jump to content|jump to navigation|keep reading|keywords|languages|latest|latest news|latest stories|leave a comment|leave a reply|link copied
   linkedin|listen|live|live tv|load more|load more comments|loading|log in|log in or register|log in to comment|log out|login|main menu|main navigation|manage cookies|menu|more
   more like this|more news|more on this story|more on this topic|more stories|more videos|most popular|most read|most viewed|my account|navigation|new|news|newsletter|newsletters|next|next article
   next story|now playing|open menu|paid content|pause|photo gallery|play|play video|podcast|podcasts|popular|popular stories|post a comment|previous|previous article|print|print this article
   privacy|privacy policy|promoted|read also|read comments|read next|read the full story|recommended|recommended for you|recommended stories|register|register now|related|related article
   related articles|related content|related coverage|related items|related links|related news|related posts|related reading|related stories|related story|related topics|related video|related videos|reply|report an error
   republish|republish this story|reuse content|rss|save|save article|save for later|scroll to continue|search|search form|see also|see more|see all|send|share|share article|share on|share on facebook|share on twitter
   share on whatsapp|share story|share this|share this article|share this page|share this story|share via email|shares|show caption|show more|sign in|sign out|sign up|sign up now|site map|sitemap|skip
   skip navigation|skip to content|skip to main content|skip to main search|skip to navigation|sponsored|sponsored content|sponsored links|spread the word|story continues below advertisement|submit|subscribe|subscribe now|subscribe today|subscriptions
   tags|telegram|terms and conditions|terms of service|terms of use|text size|thank you for reading|thanks for reading|to participate in the discussion|toggle navigation|top stories|topics|trending|trending now|trending stories|tweet|twitter
   up next|video|videos|view all|view comments|view gallery|view image|watch|watch live|watch now|weather|what to read next|whatsapp|you may also like|you might also like|you may like|youtube|your email address
   anzeige|weiterlesen|mehr zum thema|lesen sie auch|lesen sie mehr|teilen|drucken|newsletter abonnieren|kommentare|startseite|zum thema|inhalt überspringen
   lire aussi|à lire aussi|en savoir plus|les plus lus|publicité|partager|imprimer|s'abonner|abonnez-vous|se connecter|accueil|sur le même sujet
   lea también|más información|lo más leído|leer más|publicidad|compartir|imprimir|suscríbete|suscribirse|iniciar sesión|inicio|noticias relacionadas|más noticias|te puede interesar
   leia também|leia mais|publicidade|compartilhar|assine|leggi anche|condividi|pubblicità|lees ook|advertentie|delen
   читайте также|поделиться|реклама|подписаться|войти|комментарии|главная`
    .split(/[|\n]/)
    .map((line) => line.trim()),
);

/** Names that make up a share bar: a line of nothing else is one. */
export const SHARE_WORDS: ReadonlySet<string> = new Set(
  `facebook twitter x youtube soundcloud rss instagram linkedin whatsapp telegram reddit pinterest tumblr email e-mail mail print share tweet flipboard pocket messenger
   bluesky mastodon threads tiktok vk ok vkontakte odnoklassniki viber line xing digg google+ google plus copy link sms snapchat weibo wechat gab parler spotify apple podcasts
   and on via more save like pin it follow us`.split(/\s+/),
);

/** Looks of single lines, asked in order; the first that fits decides. */
export const LINE_RULES: readonly LineRule[] = [
  {
    kind: "furniture",
    words: 40,
    sentence: 16,
    pattern: /^(?:>+|»|›|→|\[|\()?\s*(?:READ|SEE|WATCH|LISTEN|VIEW|LEARN|MORE)\s(?:MORE|ALSO|NEXT|FROM|ON|THIS)\b/,
  },
  {
    kind: "furniture",
    words: 40,
    sentence: 16,
    pattern:
      /^(?:>+|»|›|→|\[|\()?\s*(?:read|see|watch|listen|view|learn) (?:more|also|next|now)\s*(?:[:.…>»›\])|–—-]|$|(?:about|on|at|here|in|from|stories|news)\b)/i,
  },
  {
    kind: "furniture",
    words: 30,
    pattern:
      /^(?:also (?:read|see|watch|on) ?[:|–—]|(?:related(?: (?:story|stories|articles?|coverage|content|news|video|posts?))?|don['’]t miss|recommended|more (?:on|from|in) [^.]{1,60}|up next|must[- ]read|trending|now watch|in case you missed it)\s*:)/i,
  },
  {
    kind: "furniture",
    words: 14,
    unstopped: true,
    pattern:
      /^(?:more (?:on|from|about|stories|news)|click (?:here|to)|tap (?:here|to)|continue reading|view (?:all|comments|more|this)|show (?:more|all|comments)|see all|load more|skip to|jump to|back to|scroll (?:down|to)|swipe)\b/i,
  },
  {
    kind: "furniture",
    words: 40,
    pattern:
      /^(?:(?:you(?:['’]ve| have)|this is) .{0,30}\b(?:free|last|monthly) .{0,20}\b(?:articles?|stories|story)\b|(?:keep|continue|go on) reading .{0,40}\b(?:trial|subscri|free|for [$€£]|with a)|then [$€£]\d[\d.,]* (?:per|a|every) (?:month|week|year)|unlock (?:this|the|unlimited|full)\b|(?:start|try) your .{0,20}\b(?:trial|subscription)|(?:this (?:article|story|content)|the (?:full|rest of the) (?:article|story)) is (?:only |reserved |available )*(?:for|to) .{0,20}\b(?:subscri|members))/i,
  },
  { kind: "furniture", words: 30, pattern: /^(?:click|tap) here (?:to|for)\b/i },
  {
    kind: "furniture",
    words: 30,
    pattern: /^(?:get|order|buy|download|claim) your (?:free )?(?:copy|tickets?|subscription|issue)\b/i,
  },
  {
    kind: "furniture",
    words: 40,
    pattern:
      /^(?:get|receive) (?:the|our|all the|your) (?:latest|best|daily|weekly|top|free|morning|breaking)\b.*\b(?:news|stories|headlines|newsletter|updates|inbox|briefing|email|features|analysis)\b/i,
  },
  {
    kind: "furniture",
    words: 40,
    pattern:
      /^(?:sign ?up|subscribe|register|join|log ?in|sign ?in|become a (?:member|supporter|subscriber)|create an account)\b.*\b(?:newsletters?|news|updates?|inbox|email|accounts?|comment|discussion|free|today|now|access|here|member(?:ship)?|subscriber|continue|channel|telegram|whatsapp|to)\b/i,
  },
  {
    kind: "furniture",
    words: 10,
    pattern: /^(?:log ?in|sign ?in|sign ?up|register|subscribe)\b(?: (?:or|and|to|for|with|now|here|today)\b.*)?$/i,
  },
  {
    kind: "furniture",
    words: 30,
    unstopped: true,
    pattern: /^to (?:participate in|join|comment|leave a comment|continue reading|read (?:more|the full))\b.{0,80}$/i,
  },
  {
    kind: "furniture",
    words: 30,
    pattern:
      /^(?:follow|like|find|join|connect with) (?:us|me|him|her|the author|[@\p{Lu}][^.]{1,50}) (?:on|at) (?:facebook|twitter|x|instagram|telegram|youtube|whatsapp|linkedin|social|threads|bluesky|mastodon|tiktok)\b/iu,
  },
  {
    kind: "furniture",
    words: 30,
    pattern:
      /^(?:you must be logged in|already (?:a subscriber|registered|have an account)|don['’]t have an account|forgot(?:ten)? (?:your )?password|please (?:log ?in|sign ?in|register|subscribe|enable|turn on|disable)|your (?:email|e-mail) address|comments? (?:are|is) (?:closed|moderated|disabled)|no comments yet|be the first to comment)\b/i,
  },
  {
    kind: "furniture",
    words: 60,
    pattern:
      /\bcookies\b(?<=\b(?:we|this (?:web)?site|our (?:web)?site|our partners)\b.{0,60}\b(?:use|uses|using|store|set)\b.{0,30}\bcookies)/i,
  },
  {
    kind: "furniture",
    words: 40,
    pattern:
      /^by (?:continuing|clicking|using|signing up|subscribing|entering)\b.{0,120}\b(?:cookies|terms|privacy|agree|consent)\b/i,
  },
  { kind: "furniture", words: 60, pattern: /^(?:©|\(c\)\s|copyright\s*(?:©|\(c\)|\d{4})|all rights reserved)/i },
  {
    kind: "furniture",
    words: 40,
    pattern: /\ball rights reserved\b|\bmay not be (?:published, broadcast|reproduced|republished|re-?distributed)\b/i,
  },
  {
    kind: "furniture",
    words: 30,
    pattern: /^\(?(?:with )?(?:additional |further |original )?reporting (?:by|from)\b/i,
  },
  { kind: "furniture", words: 30, pattern: /\bcontributed (?:reporting|to this (?:report|story|article))\b.{0,40}$/i },
  {
    kind: "furniture",
    words: 16,
    pattern: /^(?:our standards|(?:with )?inputs? from|\(with (?:agency )?inputs?|\(?agencies\)?$)/i,
  },
  {
    kind: "meta",
    words: 8,
    unstopped: true,
    pattern: /^(?:19|20)\d\d ?[年년] ?\d{1,2} ?[月월] ?\d{1,2} ?[日일].{0,24}$/,
  },
  { kind: "furniture", words: 12, pattern: /^\(\(.{0,80}[@+].{0,80}\)\)$/ },
  {
    kind: "furniture",
    words: 40,
    pattern:
      /^\(?(?:additional (?:reporting|material|research)|written|edited|editing|writing|compiled|produced|research|translated|translation) by \p{Lu}/iu,
  },
  {
    kind: "furniture",
    words: 30,
    pattern:
      /^(?:this (?:article|story|piece|post) (?:was |has been |is )?(?:originally |first |also )?|the (?:post|article|story) .{0,120}\b(?:originally|first) )(?:published|appeared|posted|produced|republished|(?:updated|corrected|amended)(?!.{0,60} to (?:say|show|reflect|correct|clarify|add|include|remove|make|state|note|give|fix|change|update|attribute|reword)\b))\b.{0,20}\b(?:by|in|on|at|from|with|under|to)\b/i,
  },
  { kind: "furniture", words: 8, pattern: /^(?:source|sources|via|quelle|fuente|fonte|источник)\s*:\s*\S/i },
  { kind: "caption", words: 40, pattern: /^(?:photo|picture)s? ?:\s(?:\S{1,40}\s){6}/i },
  {
    kind: "furniture",
    words: 12,
    unstopped: true,
    pattern:
      /^(?:tags?|tagged|topics?|filed under|posted (?:in|on|by|under)|categor(?:y|ies)|keywords?|section|share(?: (?:this|on|via|with))?|print(?: this)?|email(?: this)?|comments?|advertisement|newsletter|subscribe|download|photos?|gallery|video|audio|listen|watch|editor|contact)\s*[:|]/i,
  },
  {
    kind: "furniture",
    words: 8,
    unstopped: true,
    pattern:
      /^(?:posted (?:in|on|by|under)|filed (?:under|in)|share (?:this|on|via|with)|print this|email this|about the authors?)\b/i,
  },
  {
    kind: "furniture",
    words: 8,
    pattern:
      /^\(?[\d,.]+ ?[km]? (?:comments?|shares?|views?|likes?|claps?|responses?|followers|following|replies|reactions|retweets|reads)\)?$/i,
  },
  {
    kind: "furniture",
    words: 8,
    pattern:
      /^(?:(?:\p{Lu}[\p{L} .’'-]{1,40})?[·•| ]{0,3}\d+[ -]min(?:ute)?s? read[ ·•|]{0,3}|[·•|]|\p{Lu}[\p{L} .’'-]{1,40} [·•|] follow(?:ing)?|\d+[ -]min(?:ute)?s?|reading time.*|listen \(?\d+:?\d* ?min.*|\d+ ?(?:minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?) ago|\d+ ?\/ ?\d+|page \d+(?: of \d+)?|\d+x\d+ image)$/iu,
  },
  {
    kind: "furniture",
    words: 12,
    pattern:
      /^(?:image \d+ of \d+|\d+ of \d+ (?:images?|photos?)|(?:hide|show|toggle) caption|enlarge (?:this )?image|photo \d+\/\d+)\b/i,
  },
  {
    kind: "furniture",
    words: 20,
    unstopped: true,
    pattern: /^(?:print(?:ed|able)? (?:from|version|this)|printer[- ]friendly)\b/i,
  },
  {
    kind: "furniture",
    words: 40,
    pattern:
      /^(?:length\s*:\s*[\d.,]+ words$|[\d,]{1,6} words$|load-date\s*:|publication-type\s*:|journal-code\s*:|document [A-Z]{2,8}\d{10,}\w{0,16}$)/i,
  },
  {
    kind: "furniture",
    words: 40,
    pattern:
      /^(?:SECTION|LANGUAGE|SUBJECT|COMPANY|ORGANIZATION|INDUSTRY|GEOGRAPHIC|PERSON|GRAPHIC|DOCUMENT-TYPE|PUB-TYPE|ACC-NO)\s*:\s/,
  },
  { kind: "furniture", words: 14, pattern: /^(?:https?:\/\/|www\.)\S+$/i },
  { kind: "furniture", words: 14, pattern: /^(?:short(?:ened)? )?(?:url|link|permalink|shortlink)\s*:\s*\S+$/i },
  {
    kind: "furniture",
    words: 40,
    pattern:
      /^\*.{0,160}\b(?:is|are) (?:a |an )?(?:terrorist|extremist|designated|banned|recognised|recognized|undesirable|foreign)\b.{0,80}\b(?:banned|outlawed|prohibited|extremist|agents?|designated)\b.{0,40}$/i,
  },
  {
    kind: "furniture",
    words: 12,
    unstopped: true,
    pattern:
      /^(?=.*\bCredit\b)(?!.*\bCredit (?:Suisse|Agricole|Union|Card|Rating)).{0,90}\b(?:PA|AP|AFP|EPA|MOD|USAF|Reuters|Getty|Alamy|DoD|Crown)\b/,
  },
  {
    kind: "furniture",
    words: 40,
    pattern:
      /^(?:disclaimer|correction policy|editor['’]s note on|the views (?:and opinions )?expressed|opinions expressed|support (?:our|us|independent)|donate to|your (?:support|donation)|if you (?:enjoyed|liked|value) this|help us)\b.{0,300}$/i,
  },
  {
    kind: "meta",
    words: 20,
    unstopped: true,
    pattern:
      /^(?:first )?(?:published|publication date|updated|last (?:updated|modified|edited)|posted|modified|created|date|issued|aktualisiert|stand|veröffentlicht|publié|mis à jour|publicado|actualizado|опубликовано|обновлено)(?=[\s:])\s*(?:at|on|am|le|el)?\s*:?\s*(?:\p{L}+,? )?.{0,12}\b\d/iu,
  },
  {
    kind: "meta",
    words: 14,
    unstopped: true,
    pattern:
      /^(?:\p{L}{3,12},? )?(?:\d{1,2}(?:st|nd|rd|th|\.)? \p{L}{3,10}\.?,? (?:19|20)\d\d|\d{1,2}(?:\.\d{1,2}\.|\/\d{1,2}\/|-\d{1,2}-)(?:19|20)\d\d|\p{L}{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)(?:$|[,;T |·•/–—-](?:.{0,30}|.{0,40}\b(?:updated|ago|published|posted)\b.{0,40})$)/iu,
  },
  {
    kind: "meta",
    words: 6,
    unstopped: true,
    pattern:
      /^(?:updated |posted )?(?:at )?(?:(?:[01]?\d|2[0-3])[.:h][0-5]\d(?:[.:][0-5]\d)? ?(?:[ap]\.?m\.?)?|(?:1[0-2]|[1-9]) ?[ap]\.?m\.?)(?: (?:local time|GMT|UTC|BST|[A-Z]{2,4}T?|UTC[+-]\d{1,2}))?$/i,
  },
  {
    kind: "meta",
    words: 20,
    unstopped: true,
    pattern:
      /^(?:(?:written )?(?:by|von|par|por)\s*:?|(?:authors?|reporter|byline)\s*:)\s+\p{Lu}[\p{L}'’.-]*(?:[ ,&]+(?:and |und |et |y |de |van |von |der |al-|bin )?\p{Lu}[\p{L}'’.-]*){1,9}(?:\s*[|,·•–—-].{0,60}|,? (?:\d{1,2} \p{L}{3,10}|\p{L}{3,9}\.? \d{1,2},?) (?:19|20)\d\d.{0,40})?$/iu,
  },
  {
    kind: "furniture",
    words: 40,
    pattern:
      /^(?:(?:have|got) a (?:news |story )?tip\b|do you have (?:a (?:news |story )?tip|more information about)|\d?\d:\d\d ?\/ ?\d?\d:\d\d(?:$| now playing\b)|now playing\s*:|(?:privacy notice|sponsored|promoted|paid post)\s*:|our (?:free )?(?:morning|evening|daily|weekly|weekend|twice-weekly) (?:e-?mail|newsletter|briefing|round-?up)\b.{0,80}\b(?:you|your|inbox|stories of the|we)\b)/i,
  },
  ...PLATFORM_LINE_RULES,
  ...FOREIGN_LINE_RULES,
];
