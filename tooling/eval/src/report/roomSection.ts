import type { FusionModel } from '@huoti/core';
import { judgeRow } from '../rows/judgeRow.js';
import type { Presentation } from '../rows/Presentation.js';
import { markdownTable } from './markdown.js';

/** From a dark room to a bright office, in lux: where a phone's screen is brighter, about as bright, and far darker than the room. */
const ROOMS_LUX = [0, 30, 100, 300, Infinity] as const;

/** How live people and attacks fare by the room's light, in markdown; empty where nobody was staged. */
export function roomSection(rows: readonly Presentation[], model: FusionModel): string[] {
  const staged = rows.filter(({ staged: one }) => one !== undefined);
  if (staged.length === 0) return [];
  const lines = ROOMS_LUX.slice(0, -1).map((from, at) => {
    const to = ROOMS_LUX[at + 1] ?? Infinity;
    const here = staged.filter(({ staged: one }) => one && one.ambientLux >= from && one.ambientLux < to);
    const completed = here.filter(({ ended }) => ended === null);
    const live = completed.filter(({ label }) => label === 'bona-fide');
    const attacks = completed.filter(({ label }) => label === 'attack');
    const accepted = (list: readonly Presentation[]): number =>
      list.filter((row) => judgeRow(row, model).accepted).length;
    const measured = live.filter(({ readings }) => readings.light?.reading.kind === 'measured').length;
    return [
      to === Infinity ? `${from} and more` : `${from} to ${to}`,
      `${accepted(live)} of ${live.length}`,
      `${measured} of ${live.length}`,
      `${accepted(attacks)} of ${attacks.length}`,
    ];
  });
  return [
    '## By the light of the room',
    '',
    'Of those who completed the session, all rows together.',
    '',
    ...markdownTable(['lux on the face', 'live accepted', 'light measured', 'attacks accepted'], lines),
  ];
}
