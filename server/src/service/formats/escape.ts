const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Control characters, lone surrogates and non-characters: XML 1.0 cannot hold most of them, and HTML would drop or replace them. */
const IMPOSSIBLE = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;

/** Takes any text; gives it safe inside an element or a quoted attribute of HTML or XML. What these cannot hold becomes U+FFFD. */
export function escapeMarkup(text: string): string {
  return text.replace(IMPOSSIBLE, "\uFFFD").replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}
