import type { Block } from './Block.js';

/** Marks of Markdown and HTML, so that an operator's name is a name and never a link, a tag or a column. */
const plain = (text: string): string =>
  text.replace(/[\\`*_[\]<>|#~]/g, (mark) => `\\${mark}`).replace(/&/g, '&amp;');

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => plain(cell)).join(' | ')} |`;
const rule = (columns: number): string => `|${' --- |'.repeat(columns)}`;

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `# ${plain(block.text)}`;
    case 'heading':
      return `## ${plain(block.text)}`;
    case 'paragraph':
      return plain(block.text);
    case 'list':
      return block.items.map((item) => `- ${plain(item)}`).join('\n');
    case 'checks':
      return block.items.map((item) => `- [ ] ${plain(item)}`).join('\n');
    case 'facts':
      // A table without a head is none in Markdown.
      return ['|  |  |', rule(2), ...block.rows.map(row)].join('\n');
    case 'table':
      return [row(block.head), rule(block.head.length), ...block.rows.map(row)].join('\n');
    case 'blanks':
      return block.labels.map((label) => `- ${plain(label)}: ______________________`).join('\n');
  }
}

/**
 * A document as Markdown (CommonMark with tables and boxes, as GitHub has them).
 *
 * @example markdownOf([{ kind: 'title', text: 'A' }]) // '# A\n'
 */
export function markdownOf(blocks: readonly Block[]): string {
  return `${blocks.map(blockOf).join('\n\n')}\n`;
}
