import type { DetPoint } from './detCurve.js';
import { escapeXml, svgPicture } from './svg.js';

/** One curve and where the committed threshold stands on it. */
export interface DetLine {
  readonly name: string;
  readonly points: readonly DetPoint[];
  readonly atThreshold: DetPoint;
}

const SIDE_PX = 360;
const LEFT_PX = 70;
const TOP_PX = 50;
const TICKS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8] as const;
const LOWEST = 0.008;
const HIGHEST = 0.9;
const STYLES = [
  { colour: '#0f766e', dash: '' },
  { colour: '#b45309', dash: '7 4' },
  { colour: '#4338ca', dash: '2 3' },
  { colour: '#be123c', dash: '10 3 2 3' },
] as const;

/** Normal deviate of a share, on which the errors of normal scores lie on a line (Abramowitz and Stegun 26.2.23, error under 5e-4). */
function deviate(share: number): number {
  const q = Math.min(share, 1 - share);
  const t = Math.sqrt(-2 * Math.log(q));
  const value =
    t -
    (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3);
  return share < 0.5 ? -value : value;
}

const [from, to] = [deviate(LOWEST), deviate(HIGHEST)];

const place = (share: number): number =>
  ((deviate(Math.min(HIGHEST, Math.max(LOWEST, share))) - from) / (to - from)) * SIDE_PX;

/** Both errors on normal-deviate axes; what is 0 lies on the edge. */
export function drawDet(title: string, lines: readonly DetLine[]): string {
  const body: string[] = [];
  const xOf = (share: number): string => (LEFT_PX + place(share)).toFixed(1);
  const yOf = (share: number): string => (TOP_PX + SIDE_PX - place(share)).toFixed(1);
  for (const tick of TICKS) {
    const label = `${Math.round(tick * 100)} %`;
    body.push(
      `<line x1="${xOf(tick)}" x2="${xOf(tick)}" y1="${TOP_PX}" y2="${TOP_PX + SIDE_PX}" stroke="#e2e8f0"/>`,
      `<line x1="${LEFT_PX}" x2="${LEFT_PX + SIDE_PX}" y1="${yOf(tick)}" y2="${yOf(tick)}" stroke="#e2e8f0"/>`,
      `<text x="${xOf(tick)}" y="${TOP_PX + SIDE_PX + 16}" class="c" text-anchor="middle">${label}</text>`,
      `<text x="${LEFT_PX - 8}" y="${yOf(tick)}" dy="4" class="c" text-anchor="end">${label}</text>`,
    );
  }
  body.push(
    `<rect x="${LEFT_PX}" y="${TOP_PX}" width="${SIDE_PX}" height="${SIDE_PX}" fill="none" stroke="#334155"/>`,
    `<text x="${LEFT_PX + SIDE_PX / 2}" y="${TOP_PX + SIDE_PX + 36}" text-anchor="middle">APCER: attacks accepted</text>`,
    `<text transform="translate(18 ${TOP_PX + SIDE_PX / 2}) rotate(-90)" text-anchor="middle">BPCER: live people refused</text>`,
  );
  lines.forEach(({ name, points, atThreshold }, index) => {
    const { colour, dash } = STYLES[index % STYLES.length]!;
    const path = points.map(({ apcer, bpcer }) => `${xOf(apcer)},${yOf(bpcer)}`).join(' ');
    const y = TOP_PX + 20 + index * 22;
    body.push(
      `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/>`,
      `<circle cx="${xOf(atThreshold.apcer)}" cy="${yOf(atThreshold.bpcer)}" r="5" fill="${colour}"/>`,
      `<line x1="${LEFT_PX + SIDE_PX + 20}" x2="${LEFT_PX + SIDE_PX + 60}" y1="${y - 4}" y2="${y - 4}" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/>`,
      `<text x="${LEFT_PX + SIDE_PX + 68}" y="${y}">${escapeXml(name)}</text>`,
    );
  });
  body.push(
    `<text x="${LEFT_PX + SIDE_PX + 20}" y="${TOP_PX + 26 + lines.length * 22}" class="c">dot: the committed threshold</text>`,
  );
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
  return svgPicture({
    widthPx: LEFT_PX + SIDE_PX + 300,
    heightPx: TOP_PX + SIDE_PX + 56,
    title,
    description: lines
      .map(
        ({ name, atThreshold }) =>
          `${name}: at the committed threshold APCER ${percent(atThreshold.apcer)}, BPCER ${percent(atThreshold.bpcer)}.`,
      )
      .join(' '),
    body,
  });
}
