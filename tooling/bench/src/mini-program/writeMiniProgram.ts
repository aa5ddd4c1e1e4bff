import { markdownTable } from '../load/report/markdownTable.js';
import { BUSY_LOAD_PER_CORE } from '../machine/machineFacts.js';
import type { MiniProgramTimes, RoundTimes } from './MiniProgramTimes.js';

/** `docs/bench/mini-program.md`. */
export function writeMiniProgram(times: MiniProgramTimes): string {
  const { machine, rounds, frame, backend, aim, miniProgram, node, packageBytes, measuredAt } = times;
  const [loadAtStart = 0] = machine.loadPerMinute;
  const busy = loadAtStart > machine.cores * BUSY_LOAD_PER_CORE;
  const reached = miniProgram.firstFrameMs.middle < aim.firstFrameMs;
  const row = (name: string, here: RoundTimes | null, there: RoundTimes | null): string[] => [
    name,
    here === null ? '' : spread(here),
    there === null ? '' : spread(there),
  ];
  return [
    '# The mini-program in the executed host',
    '',
    `Made by \`npm run bench -- mini-program\` on ${measuredAt.slice(0, 10)}. Node ${machine.node.replace('v', '')}, ${machine.cores} cores (${machine.cpu}), load ${loadAtStart.toFixed(1)} at the start${busy ? ': provisional, the machine had other work meanwhile' : ''}.`,
    `The built Taro demo from the tap that agrees, each package 20 ms away, a synthetic person before the camera, frames of ${frame.widthPx}x${frame.heightPx}, ${backend}; ${rounds} rounds in turns with the same engine in Node. Middle of the rounds, lowest and highest in brackets. No phone: read them as ratios.`,
    '',
    markdownTable(
      ['ms', 'mini-program', 'Node'],
      [
        row('the page of the check is drawn', miniProgram.pageMs, null),
        row('engine and models load', miniProgram.engineMs, node.engineMs),
        row('the camera opens', miniProgram.cameraMs, null),
        row('from the tap to the first judged frame', miniProgram.firstFrameMs, null),
        row('a frame', miniProgram.perFrameMs, node.perFrameMs),
      ],
    ),
    '',
    `The aim, the first judged frame within ${aim.firstFrameMs / 1000} s of opening, is ${reached ? 'reached' : '**not reached**'} here.`,
    '',
    markdownTable(
      ['package', 'bytes'],
      Object.entries(packageBytes).map(([name, bytes]) => [name, bytes.toLocaleString('en-US')]),
    ),
    '',
  ].join('\n');
}

const spread = ({ middle, least, most }: RoundTimes): string =>
  `${Math.round(middle)} (${Math.round(least)} to ${Math.round(most)})`;
