import type { SignalRow } from './signalTable.js';
import { escapeXml, svgPicture } from './svg.js';

const BINS = 20;
const PANEL_WIDTH_PX = 250;
const PANEL_HEIGHT_PX = 150;
const COLUMNS = 3;
const LEFT_PX = 20;
const TOP_PX = 48;
const BAR_PX = 10;
/** Height of the longest bar, up and down. */
const HALF_PX = 46;
const LIVE = '#0f766e';
const ATTACK = '#b45309';

function binsOf(scores: readonly number[]): number[] {
  const bins = new Array<number>(BINS).fill(0);
  for (const score of scores) bins[Math.min(BINS - 1, Math.max(0, Math.floor(score * BINS)))]! += 1;
  return bins.map((count) => (scores.length === 0 ? 0 : count / scores.length));
}

/** Each signal's scores: live people upwards, attacks downwards, each as shares of their own count. */
export function drawHistograms(title: string, rows: readonly SignalRow[]): string {
  const body: string[] = [];
  const sentences: string[] = [];
  rows.forEach((row, index) => {
    const x = LEFT_PX + (index % COLUMNS) * PANEL_WIDTH_PX;
    const y = TOP_PX + Math.floor(index / COLUMNS) * PANEL_HEIGHT_PX;
    const middle = y + 26 + HALF_PX;
    const [live, attack] = [binsOf(row.live), binsOf(row.attack)];
    const tallest = Math.max(0.01, ...live, ...attack);
    const auc = row.auc === null ? 'no AUC' : `AUC ${row.auc.toFixed(2)}`;
    body.push(`<text x="${x}" y="${y + 14}" class="h">${escapeXml(row.name)}</text>`);
    body.push(`<text x="${x + 205}" y="${y + 14}" class="c" text-anchor="end">${auc}</text>`);
    for (let bin = 0; bin < BINS; bin += 1) {
      const up = ((live[bin] ?? 0) / tallest) * HALF_PX;
      const down = ((attack[bin] ?? 0) / tallest) * HALF_PX;
      const left = x + bin * BAR_PX;
      if (up > 0) {
        body.push(
          `<rect x="${left}" y="${(middle - up).toFixed(1)}" width="${BAR_PX - 1}" height="${up.toFixed(1)}" fill="${LIVE}"/>`,
        );
      }
      if (down > 0) {
        body.push(
          `<rect x="${left}" y="${middle}" width="${BAR_PX - 1}" height="${down.toFixed(1)}" fill="${ATTACK}"/>`,
        );
      }
    }
    body.push(`<line x1="${x}" x2="${x + BINS * BAR_PX}" y1="${middle}" y2="${middle}" stroke="#334155"/>`);
    body.push(
      `<text x="${x}" y="${middle + HALF_PX + 14}" class="c">0 · up: ${row.live.length} live, down: ${row.attack.length} attacks · 1</text>`,
    );
    sentences.push(`${row.name}: ${auc}, ${row.live.length} live and ${row.attack.length} attacks measured.`);
  });
  const heightPx = TOP_PX + Math.ceil(rows.length / COLUMNS) * PANEL_HEIGHT_PX + 10;
  return svgPicture({
    widthPx: LEFT_PX * 2 + COLUMNS * PANEL_WIDTH_PX,
    heightPx,
    title,
    description: sentences.join(' '),
    body,
  });
}
