import type { BenchResults, EngineResult } from './BenchResults.js';
import type { EngineId } from '../engines/EngineId.js';
import { spreadOf, type Spread } from '../statistics/spreadOf.js';

/** One aim, with what was measured. */
export interface Aim {
  readonly aim: string;
  /** huoti's number divided by MediaPipe's. */
  readonly ratio: Spread;
  /** The ratio must be below this. */
  readonly limit: number;
  readonly reached: boolean;
  /** By how much, in words. */
  readonly measured: string;
  /** What stands in the way, in numbers of this run; `null` where the aim is reached. */
  readonly inTheWay: string | null;
}

const ROWS: readonly EngineId[] = ['huoti-worker', 'huoti-main-thread'];

/** What huoti sets out to be beside MediaPipe's own runtime with refined points and one face. */
export function aims({ engines }: BenchResults): Aim[] {
  const rival = engines.find(({ id }) => id === 'mediapipe');
  if (!rival) return [];
  return engines
    .filter(({ id }) => ROWS.includes(id))
    .flatMap((own) => [
      ...perFrame(own, rival),
      ...(own.id === 'huoti-worker' ? [...firstResult(own, rival), ...bytes(own, rival)] : []),
    ]);
}

function perFrame(own: EngineResult, rival: EngineResult): Aim[] {
  if (!own.frames || !rival.frames) return [];
  const others = rival.frames.rounds;
  const ratios = own.frames.rounds.flatMap(({ medianMs }, round) => {
    const other = others[round];
    return other ? [medianMs / other.medianMs] : [];
  });
  const ratio = spreadOf(ratios);
  const faster = ratios.filter((one) => one < 1).length;
  const reached = ratio.median < 1;
  return [
    {
      aim: `faster per frame: ${own.name}`,
      ratio,
      limit: 1,
      reached,
      measured: `${shareOf(ratio)} of MediaPipe's time, faster in ${faster} of ${ratios.length} rounds`,
      inTheWay: reached
        ? null
        : `${milliseconds(own.frames.medianMs.median)} against ${milliseconds(rival.frames.medianMs.median)}, from the pixels in a canvas to landmarks`,
    },
  ];
}

function firstResult(own: EngineResult, rival: EngineResult): Aim[] {
  if (!own.starts || !rival.starts) return [];
  const others = rival.starts.samples;
  const ratio = spreadOf(
    own.starts.samples.flatMap(({ firstResultMs }, at) => {
      const other = others[at];
      return other ? [firstResultMs / other.firstResultMs] : [];
    }),
  );
  const reached = ratio.median <= 0.5;
  const load = own.starts.loadMs.median;
  const whole = own.starts.firstResultMs.median;
  return [
    {
      aim: 'first result in half its time or less',
      ratio,
      limit: 0.5,
      reached,
      measured: `${shareOf(ratio)} of MediaPipe's time`,
      inTheWay: reached
        ? null
        : `${milliseconds(load)} of ${milliseconds(whole)} pass before it is ready; half of MediaPipe's is ${milliseconds(rival.starts.firstResultMs.median / 2)}`,
    },
  ];
}

function bytes(own: EngineResult, rival: EngineResult): Aim[] {
  if (!own.bytes || !rival.bytes) return [];
  const share = own.bytes.brotli / rival.bytes.brotli;
  const reached = share <= 0.5;
  const largest = [...own.bytes.files].sort((one, other) => other.brotli - one.brotli).slice(0, 3);
  return [
    {
      aim: 'half its bytes or less (both brotli)',
      ratio: spreadOf([share]),
      limit: 0.5,
      reached,
      measured: `${share.toFixed(2)} of MediaPipe's bytes`,
      inTheWay: reached
        ? null
        : `${largest.map(({ name, brotli }) => `${name} ${(brotli / 1e6).toFixed(2)} MB`).join(', ')}; half of MediaPipe's is ${(rival.bytes.brotli / 2e6).toFixed(2)} MB`,
    },
  ];
}

const shareOf = ({ median, min, max }: Spread): string =>
  `${median.toFixed(2)} (${min.toFixed(2)} to ${max.toFixed(2)})`;
const milliseconds = (value: number): string => `${value.toFixed(1)} ms`;
