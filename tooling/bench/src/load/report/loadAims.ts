import type { LoadResults } from '../LoadResults.js';
import { words } from './words.js';

/** CPU time of judging a trace session, in ms. */
export const TRACE_AIM_MS = 20;
/** What a frames session may cost beside its models, as a share of them. */
export const FRAMES_AIM_SHARE = 0.2;
/** Sessions over which memory is to stay flat. */
export const FLAT_SESSIONS = 10_000;
/** Heap that may be more after {@link FLAT_SESSIONS}, in bytes: less than one session's evidence for every hundred sessions. */
const FLAT_HEAP_BYTES = 5e6;
/** Resident memory that may be more after {@link FLAT_SESSIONS}, in bytes: allocators keep pages that are free. */
const FLAT_RSS_BYTES = 50e6;

/** An aim, and how near it is. */
export interface LoadAim {
  readonly aim: string;
  /** `null`: too little was measured to tell. */
  readonly reached: boolean | null;
  readonly measured: string;
}

/** What the service is meant to cost, held against what it does. */
export function loadAims({
  recompute: { trace, frames },
  inProcess,
}: Pick<LoadResults, 'recompute' | 'inProcess'>): readonly LoadAim[] {
  const heap = inProcess.heapGrowthBytes * FLAT_SESSIONS;
  const resident = inProcess.rssGrowthBytes * FLAT_SESSIONS;
  return [
    {
      aim: `judging a \`trace\` session in under ${TRACE_AIM_MS} ms of CPU time`,
      reached: trace.cpuMs.p50Ms < TRACE_AIM_MS,
      measured: `${words.ms(trace.cpuMs.p50Ms)}`,
    },
    {
      aim: `judging a \`frames\` session for the models' own time and at most ${100 * FRAMES_AIM_SHARE} % more`,
      reached: frames.besideShare <= FRAMES_AIM_SHARE,
      measured: `${(100 * frames.besideShare).toFixed(1)} % more`,
    },
    {
      aim: `memory flat over ${words.count(FLAT_SESSIONS)} sessions`,
      reached:
        inProcess.sessions < FLAT_SESSIONS
          ? null
          : inProcess.consistent === inProcess.sessions &&
            heap < FLAT_HEAP_BYTES &&
            resident < FLAT_RSS_BYTES,
      measured:
        inProcess.sessions < FLAT_SESSIONS
          ? `${words.count(inProcess.sessions)} sessions are too few to tell`
          : `in one process below HTTP the heap's slope makes ${words.bytes(heap)} of as many, that of resident memory ${words.bytes(resident)}`,
    },
  ];
}
