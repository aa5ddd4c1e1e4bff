import { formatShare } from '../format/formatShare.js';
import { say } from '../language/say.js';
import type { Markup } from '../markup/markup.js';
import type { Tally } from '../views/tally.js';
import type { PageView } from './PageView.js';
import { table } from './table.js';

/** What {@link tallyTable} takes. */
export interface TallyTableOptions {
  readonly id: string;
  readonly caption: string;
  /** What the rows are: days, hosts. */
  readonly head: string;
  readonly rows: readonly Tally[];
  readonly foot?: Tally;
}

/** How sessions ended, a row for each day or host. */
export function tallyTable(
  { language }: PageView,
  { id, caption, head, rows, foot }: TallyTableOptions,
): Markup {
  const count = (key: 'verified' | 'completed' | 'refused' | 'dropped') => ({
    head: say(language, `overview.${key}`),
    number: true,
    cell: ({ groups }: Tally) => groups[key],
  });
  return table({
    id,
    caption,
    rows,
    foot,
    empty: say(language, 'overview.empty'),
    columns: [
      { head, isName: true, tight: true, cell: ({ label }) => label },
      { head: say(language, 'overview.issued'), number: true, cell: ({ issued }) => issued },
      count('verified'),
      count('completed'),
      count('refused'),
      { head: say(language, 'overview.faults'), number: true, cell: ({ faults }) => faults },
      count('dropped'),
      {
        head: say(language, 'overview.verifiedshare'),
        number: true,
        tight: true,
        cell: ({ groups, issued }) => formatShare(groups.verified, issued),
      },
    ],
  });
}
