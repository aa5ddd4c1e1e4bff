import type { Block } from './Block.js';
import { DOCUMENT_STYLE } from './documentStyle.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const plain = (text: string): string => text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);

const each = (tag: string, items: readonly string[]): string =>
  items.map((item) => `<${tag}>${plain(item)}</${tag}>`).join('');

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `<h1>${plain(block.text)}</h1>`;
    case 'heading':
      return `<h2>${plain(block.text)}</h2>`;
    case 'paragraph':
      return `<p>${plain(block.text)}</p>`;
    case 'list':
      return `<ul>${each('li', block.items)}</ul>`;
    case 'checks':
      return `<ul class="checks">${each('li', block.items)}</ul>`;
    case 'facts':
      return `<dl>${block.rows.map(([name, value]) => `<div><dt>${plain(name)}</dt><dd>${plain(value)}</dd></div>`).join('')}</dl>`;
    case 'table': {
      // On a phone each row is a card, and each cell says its column's name.
      const rows = block.rows.map((cells) => {
        const [first = '', ...rest] = cells;
        const others = rest.map(
          (cell, index) => `<td data-name="${plain(block.head[index + 1] ?? '')}">${plain(cell)}</td>`,
        );
        return `<tr><th scope="row">${plain(first)}</th>${others.join('')}</tr>`;
      });
      const head = block.head.map((name) => `<th scope="col">${plain(name)}</th>`).join('');
      return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
    }
    case 'blanks':
      return `<div class="blanks">${block.labels.map((label) => `<p><span>${plain(label)}</span><i></i></p>`).join('')}</div>`;
  }
}

/** What {@link htmlOf} takes. */
export interface HtmlOptions {
  readonly blocks: readonly Block[];
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/** A document as one HTML file that needs nothing else: no script, no font, no request. Made to be read on a phone and printed on A4. */
export function htmlOf({ blocks, language, direction }: HtmlOptions): string {
  const title = blocks.find(({ kind }) => kind === 'title');
  const name = title !== undefined && 'text' in title ? plain(title.text) : '';
  return `<!doctype html>
<html lang="${plain(language)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${name}</title>
<style>
${DOCUMENT_STYLE}</style>
</head>
<body>
<main>
${blocks.map(blockOf).join('\n')}
</main>
</body>
</html>
`;
}
