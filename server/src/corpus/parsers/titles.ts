/** Takes a title from a file's own properties; says whether it is left over from a program or a template. */
export function isJunkTitle(title: string): boolean {
  return (
    title.trim().length < 4 ||
    /^(?:microsoft word|untitled|document ?\d*$|title$|presentation|slide \d|layout \d|print$)|\.(?:docx?|indd|pdf|rtf|qxd|pages|odt|tmp)$|^[\w-]+$/i.test(
      title.trim(),
    )
  );
}

/** Takes a page's title; says whether it names no article but what the page is for. */
export function isPageTitle(title: string): boolean {
  return /^(?:untitled|print(?:er[- ]friendly)?(?: version| page)?$|home ?page$)|[-:|–—] ?(?:printer[- ]friendly|print version)\b/i.test(
    title.trim(),
  );
}
