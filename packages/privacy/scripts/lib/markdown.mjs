/** A cell's text, so that its marks stay marks. */
const cell = (text) => String(text).replace(/\|/g, '\\|');

/** A table of Markdown. */
export function table(head, rows) {
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map(cell).join(' | ')} |`)
    .join('\n');
}

export const code = (text) => `\`${text}\``;
