import { markup, type Markup, type MarkupValue } from '../markup/markup.js';

/** One column of a table. */
export interface Column<T> {
  readonly head: string;
  readonly cell: (row: T, index: number) => MarkupValue;
  /** Figures stand to the right, in digits of one width. */
  readonly number?: boolean;
  /** Never broken over lines. */
  readonly tight?: boolean;
  /** The one cell of a row that names it. */
  readonly isName?: boolean;
}

/** What {@link table} takes. */
export interface TableOptions<T> {
  /** Unique on the page. */
  readonly id: string;
  readonly caption: string;
  /** Whether the caption is for those who can't see the heading above. @default false */
  readonly hideCaption?: boolean;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  /** Of a row, for its look. */
  readonly rowClass?: (row: T) => string;
  /** What stands there instead of no rows. */
  readonly empty: string;
  readonly foot?: T | undefined;
}

const classOf = ({ number, tight }: { number?: boolean; tight?: boolean }): string =>
  [number ? 'number' : '', tight ? 'tight' : ''].join(' ').trim();

const mark = (name: string): Markup | null => (name === '' ? null : markup` class="${name}"`);

function line<T>(columns: readonly Column<T>[], row: T, index: number): readonly Markup[] {
  return columns.map((column) => {
    const value = column.cell(row, index);
    return column.isName
      ? markup`<th scope="row"${mark(classOf(column))}>${value}</th>`
      : markup`<td${mark(classOf(column))}>${value}</td>`;
  });
}

/** A table that scrolls sideways by itself where it is wider than the window, by keyboard too. */
export function table<T>({
  id,
  caption,
  hideCaption = false,
  columns,
  rows,
  rowClass,
  empty,
  foot,
}: TableOptions<T>): Markup {
  if (rows.length === 0) return markup`<p class="empty">${empty}</p>`;
  return markup`<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0"><table>
<caption id="${id}"${hideCaption && markup` class="hidden"`}>${caption}</caption>
<thead><tr>${columns.map((column) => markup`<th scope="col"${mark(classOf(column))}>${column.head}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row, index) => markup`<tr${mark(rowClass?.(row) ?? '')}>${line(columns, row, index)}</tr>
`,
  )}</tbody>${
    foot !== undefined &&
    markup`
<tfoot><tr>${line(columns, foot, rows.length)}</tr></tfoot>`
  }
</table></div>`;
}
