import { markdownTable, rateText } from './markdown.js';
import type { RowSummary } from './summariseRows.js';

/** Lines are listed for so many wrong rows at most; of thousands of presentations the first ones are examples. */
const MOST_LISTED = 40;

/** Live people of the workshop, in words. */
const ACTS: Readonly<Record<string, string>> = {
  live: 'played from footage, in pieces',
  synthetic: 'drawn people',
};

/** Rates of one set of rows, in markdown: both errors, which signal stopped what, each wrong row with its reason. */
export function sectionOf(title: string, summary: RowSummary): string[] {
  const { bonaFide, people, species, worst, wrong, judged } = summary;
  const stoppers = (name: string): string => {
    const counts = new Map<string, number>();
    for (const { row, stoppedBy } of judged) {
      if (row.label === 'attack' && row.species === name && stoppedBy !== '') {
        counts.set(stoppedBy, (counts.get(stoppedBy) ?? 0) + 1);
      }
    }
    const sorted = [...counts].sort(([, a], [, b]) => b - a).slice(0, 4);
    return sorted.map(([by, count]) => `${by} ${count}`).join(', ') || '-';
  };
  return [
    `### ${title}`,
    '',
    ...markdownTable(
      ['what', 'wrong, with the 95 % interval', 'stopped by'],
      [
        ['live people refused (BPCER)', rateText(bonaFide), ''],
        ...Object.entries(people).map(([act, rate]) => [`of these: ${ACTS[act] ?? act}`, rateText(rate), '']),
        ...Object.entries(species).map(([name, rate]) => [
          `${name} accepted (APCER)${name === worst ? ', worst' : ''}`,
          rateText(rate),
          stoppers(name),
        ]),
      ],
    ),
    ...(wrong.length === 0 ? ['No row is judged wrongly.', ''] : ['Judged wrongly:', '']),
    ...wrong
      .slice(0, MOST_LISTED)
      .map(({ row, accepted, reason }) => `- ${row.source}, ${accepted ? 'accepted' : 'refused'}: ${reason}`),
    ...(wrong.length > MOST_LISTED ? [`- and ${wrong.length - MOST_LISTED} more`] : []),
    ...(wrong.length === 0 ? [] : ['']),
  ];
}
