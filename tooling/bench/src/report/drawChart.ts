import type { BenchResults, EngineResult } from './BenchResults.js';

const WIDTH_PX = 880;
const LABEL_PX = 270;
const BAR_PX = 440;
const ROW_PX = 26;
const PANEL_GAP_PX = 34;
const TOP_PX = 88;
/** A bar longer than so many times the middle one is cut, and says so: it would flatten all others. */
const LONGEST_TO_MIDDLE = 4;
const OWN = '#0f766e';
const OTHER = '#94a3b8';

interface Panel {
  readonly title: string;
  readonly valueOf: (engine: EngineResult) => number | null;
  readonly textOf: (value: number) => string;
}

const milliseconds = (value: number): string => `${value < 100 ? value.toFixed(1) : value.toFixed(0)} ms`;

const PANELS: readonly Panel[] = [
  {
    title: 'Per frame, median (less is better)',
    valueOf: ({ frames }) => frames?.medianMs.median ?? null,
    textOf: milliseconds,
  },
  {
    title: 'First result, from nothing',
    valueOf: ({ starts }) => starts?.firstResultMs.median ?? null,
    textOf: milliseconds,
  },
  {
    title: 'Bytes over the wire, brotli',
    valueOf: ({ bytes }) => bytes?.brotli ?? null,
    textOf: (value) => `${(value / 1e6).toFixed(2)} MB`,
  },
];

/** The three comparisons as a bar chart; readable without colour, and by a screen reader. */
export function drawChart(results: BenchResults): string {
  const { machine, engines, quick } = results;
  let y = TOP_PX;
  const body: string[] = [];
  const sentences: string[] = [];
  for (const panel of PANELS) {
    const bars = engines.flatMap((engine) => {
      const value = panel.valueOf(engine);
      return value === null ? [] : [{ engine, value }];
    });
    if (bars.length === 0) continue;
    body.push(`<text x="24" y="${y}" class="h">${escapeXml(panel.title)}</text>`);
    y += 12;
    const limit = scaleOf(bars.map(({ value }) => value));
    for (const { engine, value } of bars) {
      body.push(...bar(engine, value, { y, limit, text: panel.textOf(value) }));
      y += ROW_PX;
    }
    const spoken = bars.map(({ engine, value }) => `${engine.name} ${panel.textOf(value)}`).join('; ');
    sentences.push(`${panel.title}: ${spoken}.`);
    y += PANEL_GAP_PX;
  }
  const provisional = machine.busy || quick ? 'provisional: taken on a busy machine or in a quick run' : '';
  const caption = [`${machine.browser}, headless, no GPU, ${machine.cores} cores`, provisional]
    .filter(Boolean)
    .join('; ');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH_PX} ${y}" width="${WIDTH_PX}" height="${y}" role="img" aria-labelledby="bench-title bench-desc">`,
    '<title id="bench-title">huoti beside other face landmark engines: time per frame, first result, bytes</title>',
    `<desc id="bench-desc">${escapeXml(sentences.join(' '))}</desc>`,
    '<style>text{font:13px system-ui,sans-serif;fill:#1e293b}.t{font-size:18px;font-weight:600}.h{font-size:14px;font-weight:600}.c{font-size:12px;fill:#475569}.own{font-weight:600}</style>',
    `<rect width="${WIDTH_PX}" height="${y}" fill="#ffffff"/>`,
    '<text x="24" y="30" class="t">huoti beside other engines</text>',
    `<text x="24" y="50" class="c">${escapeXml(caption)}</text>`,
    ...body,
    '</svg>',
    '',
  ].join('\n');
}

/** Value at which a bar reaches the end. */
function scaleOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return Math.min(sorted[sorted.length - 1] ?? 0, middle * LONGEST_TO_MIDDLE);
}

function bar(
  { id, name }: EngineResult,
  value: number,
  { y, limit, text }: { y: number; limit: number; text: string },
): string[] {
  const own = id.startsWith('huoti');
  const cut = value > limit;
  const length = Math.max(2, Math.round((Math.min(value, limit) / limit) * BAR_PX));
  const style = own ? ' class="own"' : '';
  const end = LABEL_PX + length;
  return [
    `<text x="${LABEL_PX - 10}" y="${y + 15}" text-anchor="end"${style}>${escapeXml(name)}</text>`,
    `<rect x="${LABEL_PX}" y="${y + 2}" width="${length}" height="18" rx="2" fill="${own ? OWN : OTHER}"/>`,
    ...(cut ? [`<path d="M${end - 30} ${y + 22}l8 -22h8l-8 22z" fill="#ffffff"/>`] : []),
    `<text x="${end + 8}" y="${y + 15}"${style}>${escapeXml(text)}${cut ? ' (bar cut)' : ''}</text>`,
  ];
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
