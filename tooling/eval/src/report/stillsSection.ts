import type { Presentation } from '../rows/Presentation.js';
import { signalSection } from './signalSection.js';

/** What signals say of single pictures, which get no verdict. */
export function stillsSection(stills: readonly Presentation[]): string[] {
  if (stills.length === 0) return [];
  const seen = stills.filter(({ ended }) => ended === null);
  const count = (label: Presentation['label']): number => seen.filter((row) => row.label === label).length;
  return [
    '## Single pictures',
    '',
    `${count('bona-fide')} live, ${count('attack')} attacks; ${stills.length - seen.length} without a face. A picture gets no verdict:`,
    'signals of motion have nothing to measure, and no verdict rests on texture alone.',
    '',
    ...signalSection(seen.map(pictureSignals)),
  ];
}

/** The row with the signals that a single picture can feed. */
const pictureSignals = (row: Presentation): Presentation => ({
  ...row,
  readings: Object.fromEntries(Object.entries(row.readings).filter(([, { family }]) => family === 'texture')),
});
