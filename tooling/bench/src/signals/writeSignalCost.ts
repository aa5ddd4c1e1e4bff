import { markdownTable } from '../load/report/markdownTable.js';
import { MOST_ADDED, type SignalCost } from './SignalCost.js';

/** `docs/bench/signals.md`. */
export function writeSignalCost({ machine, frames, rounds, parts, added, measuredAt }: SignalCost): string {
  const reached = added.median <= MOST_ADDED;
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
  return [
    '# What the signals cost',
    '',
    `Made by \`npm run bench -- signals\` on ${measuredAt.slice(0, 10)}. Node ${machine.node}, ${machine.cores} cores (${machine.cpu}), load ${machine.loadAtStart.toFixed(1)} at the start${machine.busy ? ': provisional, the machine had other work meanwhile' : ''}.`,
    `${frames.description}, faces of ${frames.faceWidthPx} px, ${rounds} rounds. Means over all frames; the middle of the rounds, and how far they reach.`,
    '',
    markdownTable(
      ['part', 'ms a frame', 'from', 'to'],
      parts.map(({ part, ms }) => [part, ms.median.toFixed(2), ms.min.toFixed(2), ms.max.toFixed(2)]),
    ),
    '',
    `All signals together add ${percent(added.median)} (${percent(added.min)} to ${percent(added.max)}) to the landmarks' time. The aim, ${percent(MOST_ADDED)} at most, is ${reached ? 'reached' : '**not reached**'}.`,
    '',
    "The numbers of the frame (colours of regions, background motion, hash) are also the trace's, so a session that sends evidence pays for them in any case. The network that looks at texture is not in it: it runs on the server.",
    '',
  ].join('\n');
}
