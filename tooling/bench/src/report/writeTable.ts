import { aims } from './aims.js';
import type { BenchResults, EngineResult, SessionResult } from './BenchResults.js';

const milliseconds = (value: number | undefined): string =>
  value === undefined || Number.isNaN(value)
    ? 'not measured'
    : `${value < 100 ? value.toFixed(1) : value.toFixed(0)} ms`;
const megabytes = (value: number | null | undefined, digits = 2): string =>
  value === null || value === undefined ? 'not measured' : `${(value / 1e6).toFixed(digits)} MB`;

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  row(head),
  row(head.map(() => '---')),
  ...rows.map(row),
];

/** The measured tables as Markdown, with everything that a reader needs to judge them. */
export function writeTable(results: BenchResults): string {
  const { machine, frames, engines, quick } = results;
  const lines = [
    '# huoti beside other engines',
    '',
    'Written by `npm run bench`; the numbers are in results.json. Do not edit.',
    '',
    ...(machine.busy || quick
      ? [
          `**Provisional.** ${[
            machine.busy &&
              `The machine had other work: load ${machine.loadAtStart.toFixed(1)} on ${machine.cores} cores at the start. Times, and first of all the 95th percentiles, are of that too.`,
            quick && 'A quick run, too few rounds to be a measurement.',
          ]
            .filter((one) => one !== false)
            .join(' ')}`,
          '',
        ]
      : []),
    `Measured ${results.measuredAt.slice(0, 10)} in ${machine.browser}, headless, no GPU, on ${machine.cores} cores of ${machine.cpu}, ${machine.memoryGb} GB, Node ${machine.node}; load ${machine.loadAtStart.toFixed(1)} at the start, ${machine.loadAtEnd.toFixed(1)} at the end. ${frames.description}; faces about ${frames.faceWidthPx} px wide.`,
    '',
    ...table(
      [
        'engine',
        'load',
        'first result',
        'per frame, median',
        'per frame, p95',
        'landmarks found',
        'bytes',
        'bytes, brotli',
      ],
      engines.map(timesOf),
    ),
    '',
    ...table(
      ['engine', 'sessions', 'tensors left', 'JS heap', 'memory of its process', 'growth a session', 'leaks'],
      engines.map((engine) => [engine.name, ...memoryOf(engine.sessions)]),
    ),
    '',
    '## Aims beside MediaPipe',
    '',
    ...aims(results).flatMap(({ aim, reached, measured, inTheWay }) => [
      `- ${aim}: **${reached ? 'reached' : 'not reached'}**, ${measured}.${inTheWay ? ` In the way: ${inTheWay}.` : ''}`,
    ]),
    '',
    '## How',
    '',
    ...notesOf(results),
    '',
  ];
  return lines.join('\n');
}

function timesOf({ name, starts, frames, bytes, problems }: EngineResult): string[] {
  const found = frames ? `${frames.foundCount} of ${frames.frameCount}` : 'not measured';
  const failed = problems.length > 0 ? ` (failed: ${problems.join('; ').replaceAll('|', '/')})` : '';
  return [
    name + failed,
    milliseconds(starts?.loadMs.median),
    milliseconds(starts?.firstResultMs.median),
    frames
      ? `${milliseconds(frames.medianMs.median)} (${frames.medianMs.min.toFixed(1)} to ${frames.medianMs.max.toFixed(1)})`
      : 'not measured',
    milliseconds(frames?.p95Ms.median),
    found,
    bytes ? megabytes(bytes.raw) : 'from the disk',
    bytes ? megabytes(bytes.brotli) : 'from the disk',
  ];
}

function memoryOf(sessions: SessionResult | null): string[] {
  if (!sessions) return Array.from({ length: 6 }, () => 'not measured');
  const { sessionCount, tensorsLeft, workersLeft, heapBytes, rssBytes, leaks } = sessions;
  return [
    String(sessionCount),
    tensorsLeft === null ? `none to count, ${workersLeft} workers left` : String(tensorsLeft),
    megabytes(heapBytes, 1),
    megabytes(rssBytes, 0),
    sessions.rssGrowthBytes === null ? 'too few sessions to tell' : megabytes(sessions.rssGrowthBytes),
    leaks === null ? 'too few sessions to tell' : leaks.length === 0 ? 'no' : leaks.join(', '),
  ];
}

function notesOf({ engines }: BenchResults): string[] {
  const starts = Math.max(0, ...engines.map((one) => one.starts?.samples.length ?? 0));
  const rounds = Math.max(0, ...engines.map((one) => one.frames?.rounds.length ?? 0));
  const sessions = engines.find((one) => one.sessions)?.sessions;
  const slow = engines.filter((one) => (one.starts?.samples.length ?? starts) < starts);
  return [
    ...engines.map(({ name, version }) => `- ${name}: ${version}.`),
    '- Every engine gets the same frame in the same way: a 2d canvas (`willReadFrequently`) that the frame was painted on before the clock starts. huoti is charged for reading the pixels back. In Node it gets the pixels.',
    '- All follow one face; huoti also looks for a second one every 500 ms of frame time, frames being 33 ms apart.',
    `- Load and first result count from the moment the page asks for the engine's script until it is ready, and until the first landmarks; median of ${starts} starts, each in a new browser with empty caches, files from 127.0.0.1. In Node: a new process, its modules included.`,
    `- Per frame: all engines in one browser at the same time, taking turns by 20 frames; the middle of ${rounds} rounds' medians, lowest and highest in brackets, and the middle of the rounds' 95th percentiles.`,
    '- Bytes: what the page asked for until its first result, scripts, wasm and models; brotli quality 11 of each file.',
    `- Sessions: create, ${sessions?.framesPerSession ?? 3} frames, dispose, in one page; memory after a collection of garbage; growth is the slope from the 50th session on, told from 70 sessions.`,
    ...(slow.length > 0
      ? [
          `- Fewer starts, frames and sessions for ${slow.map(({ name }) => name).join(' and ')}, which would take hours otherwise.`,
        ]
      : []),
    '- No page is cross-origin isolated, so no engine has wasm threads.',
  ];
}
