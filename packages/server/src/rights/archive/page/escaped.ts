const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in HTML, between tags and in a quoted attribute; control characters are shown as missing. A page that is opened from a disk runs with nobody's rules but its own. */
export function escaped(text: string | number): string {
  return String(text)
    .replace(/[^\P{Cc}\n]/gu, '\ufffd')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
