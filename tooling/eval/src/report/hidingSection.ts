import type { FusionModel } from '@huoti/core';
import { judgeRow } from '../rows/judgeRow.js';
import type { Presentation } from '../rows/Presentation.js';
import { markdownTable, percent, rateText } from './markdown.js';
import { worstPattern } from './worstPattern.js';

/**
 * Upper bounds of the accepted share that are aimed at, for those species that have one: prints, and what plays a recording.
 * A print with holes, a drawn face and a swap have none.
 */
const AIMS: Readonly<Record<string, number>> = {
  'print-still': 0.02,
  'print-tilted': 0.02,
  'print-bent': 0.02,
  'screen-replay': 0.06,
  'replay-session': 0.06,
  'delayed-light': 0.06,
  'injected-loop': 0.06,
  slideshow: 0.06,
};

function verdictOn(aim: number | undefined, [low, high]: readonly [low: number, high: number]): string {
  if (aim === undefined) return '-';
  const missedOrUnknown = low > aim ? 'missed' : 'not shown';
  return `${percent(aim)}: ${high <= aim ? 'kept' : missedOrUnknown}`;
}

/** What hiding signals gains an attacker, and what may be claimed of each species even so, in markdown. */
export function hidingSection(rows: readonly Presentation[], model: FusionModel): string[] {
  const attacks = rows.filter(({ label }) => label === 'attack');
  const names = [...new Set(attacks.map(({ species }) => species))].sort();
  return [
    '## What hiding a signal gains',
    '',
    `Every pattern of unavailable signals, all rows; ${names.length} species. What is claimed of a species is the upper end of the`,
    'interval at its worst pattern; an aim that is not shown may still be met: there are too few rows, or sources, to say.',
    '',
    ...markdownTable(
      ['species', 'accepted as measured', 'accepted at the worst pattern', 'signals hidden in it', 'aim'],
      names.map((name) => {
        const ofSpecies = attacks.filter(({ species }) => species === name);
        const { rate, hidden } = worstPattern(ofSpecies, model);
        const asIs = ofSpecies.filter((row) => judgeRow(row, model).accepted).length;
        return [
          name,
          `${asIs} of ${rate.n}`,
          rateText(rate),
          hidden.join(', ') || 'none',
          verdictOn(AIMS[name], rate.ci95),
        ];
      }),
    ),
  ];
}
