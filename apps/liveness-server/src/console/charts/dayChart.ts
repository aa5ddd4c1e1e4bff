import { markup, type Markup } from '../markup/markup.js';
import { OUTCOME_GROUPS } from '../views/outcomeGroups.js';
import type { Tally } from '../views/tally.js';

/** Height of the drawing, in its own units; it is stretched to its place. */
const HEIGHT = 100;
/** Width of one day, and of its bar. */
const DAY = 10;
const BAR = 7;
/** Steps of the axis: the smallest of these times a power of ten that covers a quarter of the highest day. */
const STEPS = [1, 2, 2.5, 5, 10] as const;

/** What {@link dayChart} takes. */
export interface DayChartOptions {
  readonly days: readonly Tally[];
  /** What the drawing says, for those who can't see it. */
  readonly label: string;
  /** Names of the groups, for the legend. */
  readonly names: Readonly<Record<(typeof OUTCOME_GROUPS)[number], string>>;
}

/** The axis' step: whole, at least 1, four of them or fewer. */
function stepOf(most: number): number {
  const quarter = Math.max(1, most / 4);
  const power = 10 ** Math.floor(Math.log10(quarter));
  return Math.ceil((STEPS.find((step) => step * power >= quarter) ?? 10) * power);
}

/** Stacked bars by day, drawn without script and without a style of their own. The table beside it holds every number. */
export function dayChart({ days, label, names }: DayChartOptions): Markup {
  const most = Math.max(1, ...days.map(({ issued }) => issued));
  const step = stepOf(most);
  const top = Math.ceil(most / step) * step;
  const ticks = Array.from({ length: top / step + 1 }, (_, index) => top - index * step);
  const yOf = (count: number): string => (HEIGHT - (HEIGHT * count) / top).toFixed(2);
  const lines = ticks.map(
    (tick) =>
      markup`<line class="grid" x1="0" x2="${days.length * DAY}" y1="${yOf(tick)}" y2="${yOf(tick)}"></line>`,
  );
  const bars = days.flatMap(({ groups }, index) => {
    let below = 0;
    return OUTCOME_GROUPS.filter((group) => groups[group] > 0).map((group) => {
      below += groups[group];
      const x = (index * DAY + (DAY - BAR) / 2).toFixed(2);
      const height = ((HEIGHT * groups[group]) / top).toFixed(2);
      return markup`<rect class="${group}" x="${x}" y="${yOf(below)}" width="${BAR}" height="${height}"></rect>`;
    });
  });
  const middle = days[Math.floor(days.length / 2)];
  return markup`<figure class="chart">
<ul class="legend" aria-hidden="true">${OUTCOME_GROUPS.map((group) => markup`<li class="${group}">${names[group]}</li>`)}</ul>
<div class="plot"><div class="ticks" aria-hidden="true">${ticks.map((tick) => markup`<span>${tick}</span>`)}</div>
<svg role="img" aria-label="${label}" viewBox="0 0 ${days.length * DAY} ${HEIGHT}" preserveAspectRatio="none">${lines}${bars}</svg></div>
<div class="days" aria-hidden="true"><span>${days[0]?.label}</span>${days.length > 2 && markup`<span>${middle?.label}</span>`}<span>${days[days.length - 1]?.label}</span></div>
</figure>`;
}
