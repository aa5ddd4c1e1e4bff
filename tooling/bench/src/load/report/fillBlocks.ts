/** Text of a document's measured parts, by name. */
export type Blocks = Readonly<Record<string, string>>;

const markOf = (name: string): string => `<!-- measured: ${name} -->`;
const END = '<!-- /measured -->';

/**
 * Puts measured parts between their marks; the words around them stay a person's.
 *
 * @throws TypeError where a part has no place in the document
 * @example fillBlocks('<!-- measured: a -->\n<!-- /measured -->', { a: '| 1 |' })
 */
export function fillBlocks(document: string, blocks: Blocks): string {
  return Object.entries(blocks).reduce((text, [name, content]) => {
    const from = text.indexOf(markOf(name));
    const to = text.indexOf(END, from);
    if (from < 0 || to < 0) throw new TypeError(`the document has no place for "${name}"`);
    return `${text.slice(0, from)}${markOf(name)}\n\n${content}\n\n${text.slice(to)}`;
  }, document);
}
