/** The style of tables, badges, charts and lists of facts, and what changes on a narrow window. */
export const CONSOLE_PARTS = `
.scroll { overflow-x: auto; position: relative; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { padding-bottom: 8px; }
th, td { padding: 6px 12px 6px 0; text-align: left; vertical-align: baseline; border-bottom: 1px solid var(--line); }
th:first-child, td:first-child { padding-left: 8px; }
th:last-child, td:last-child { padding-right: 8px; }
.card:not(.flush) > .scroll { margin: 0 -8px; }
.card:not(.flush) caption { padding-left: 8px; }
.flush th, .flush td { padding-right: 10px; }
.flush code { font-size: 12px; }
.flush th:first-child, .flush td:first-child { padding-left: 16px; }
.flush th:last-child, .flush td:last-child { padding-right: 16px; }
.flush caption:not(.hidden) { padding: 14px 16px 8px; }
thead th { font-size: 12.5px; font-weight: 500; color: var(--muted); white-space: nowrap; vertical-align: bottom; }
tbody th { font-weight: 400; }
tbody tr:last-child > * { border-bottom: 0; }
tbody tr:hover { background: var(--hover); }
tfoot th, tfoot td { border-top: 1px solid var(--edge); border-bottom: 0; font-weight: 600; }
.number { text-align: right; }
.tight { white-space: nowrap; }
.wrap { display: block; min-width: 12em; max-width: 44em; overflow-wrap: anywhere; }
.words { display: block; min-width: 12em; }
.under { display: block; color: var(--muted); font-size: 12px; }
.percent { display: inline-block; min-width: 4em; }
tbody th { min-width: 8em; }
.clip { display: block; max-width: 190px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
tr.failed { background: var(--refused-soft); }
tr.failed:hover { background: var(--refused-soft); }
tr.failed .faint, tr.failed .under { color: inherit; }

.badge { display: inline-block; padding: 1px 8px; border-radius: 10px; font-size: 12px; line-height: 18px; font-weight: 600; white-space: nowrap; background: var(--soft); color: var(--text); }
.badge.verified { background: var(--verified-soft); color: var(--verified-text); }
.badge.completed { background: var(--completed-soft); color: var(--completed-text); }
.badge.refused { background: var(--refused-soft); color: var(--refused-text); }
tr.failed .badge.refused { background: var(--refused-text); color: var(--refused-soft); }

.badge.soon { background: var(--attention-soft); color: var(--attention-text); }
tr.failed .clip { color: inherit; }

.banner { display: flex; gap: 14px; align-items: flex-start; padding: 14px 16px; margin-bottom: 14px; background: var(--surface); border: 1px solid var(--line); border-left: 4px solid var(--dropped); border-radius: 8px; overflow-wrap: anywhere; }
.banner.verified { border-left-color: var(--verified); }
.banner.completed { border-left-color: var(--completed); }
.banner.refused { border-left-color: var(--refused); }
.banner .badge { margin-top: 2px; }
.banner .lead { font-size: 16px; font-weight: 600; }
.banner .lead code { font-weight: 400; color: var(--muted); margin-left: 4px; }
.banner p + p { margin-top: 2px; }

.card > table + p, .card > .scroll + p { margin-top: 8px; }
.attention { padding: 10px 16px; margin-bottom: 14px; border: 1px solid var(--attention-line); border-radius: 8px; background: var(--attention-soft); color: var(--attention-text); }
.attention.calm { padding: 0 2px; border: 0; background: none; color: var(--muted); }
.attention li { margin-top: 2px; }
.attention.alarm { border-color: var(--refused); background: var(--refused-soft); color: var(--refused-text); }
.attention.alarm a { color: inherit; }
.tiles { display: grid; grid-template-columns: repeat(5, minmax(0, 1fr)); gap: 14px; margin-bottom: 14px; }
.tiles > div { padding: 12px 16px; background: var(--surface); border: 1px solid var(--line); border-top: 3px solid var(--edge); border-radius: 8px; }
.tiles .verified { border-top-color: var(--verified); }
.tiles .completed { border-top-color: var(--completed); }
.tiles .refused { border-top-color: var(--refused); }
.tiles .dropped { border-top-color: var(--dropped); }
.tiles dt { font-size: 12.5px; color: var(--muted); }
.tiles .figure { font-size: 22px; font-weight: 600; font-variant-numeric: tabular-nums; line-height: 1.3; }
.tiles .of { font-size: 13px; font-weight: 400; color: var(--muted); white-space: nowrap; }
.tiles .faint { font-size: 12.5px; }

.legend { display: flex; flex-wrap: wrap; gap: 4px 18px; margin-bottom: 10px; color: var(--muted); font-size: 12.5px; }
.legend li::before { content: ''; display: inline-block; width: 10px; height: 10px; margin-right: 6px; border-radius: 2px; background: var(--dropped); vertical-align: -1px; }
.legend .verified::before { background: var(--verified); }
.legend .completed::before { background: var(--completed); }
.legend .refused::before { background: var(--refused); }
.plot { display: flex; gap: 8px; height: 170px; }
.ticks { display: flex; flex-direction: column; justify-content: space-between; margin: -9px 0; font-size: 12px; line-height: 18px; color: var(--muted); text-align: right; font-variant-numeric: tabular-nums; min-width: 28px; }
.plot svg { flex: 1; min-width: 0; height: 100%; display: block; overflow: visible; }
.days { display: flex; justify-content: space-between; margin: 8px 0 0 36px; font-size: 12px; color: var(--muted); font-variant-numeric: tabular-nums; }
rect.verified { fill: var(--verified); }
rect.completed { fill: var(--completed); }
rect.refused { fill: var(--refused); }
rect.dropped { fill: var(--dropped); }
rect.share { fill: var(--accent); }
rect.track { fill: var(--line); }
line.grid { stroke: var(--line); stroke-width: 1; vector-effect: non-scaling-stroke; }
line.mark { stroke: var(--text); stroke-width: 2; vector-effect: non-scaling-stroke; }
.sharebar { width: 72px; height: 8px; margin-right: 6px; vertical-align: 0; }
.threshold { display: block; width: 100%; height: 16px; margin-bottom: 8px; }

.facts > div { display: grid; grid-template-columns: minmax(0, 40%) minmax(0, 1fr); gap: 0 12px; padding: 4px 0; border-bottom: 1px solid var(--line); }
.facts > div:last-child { border-bottom: 0; padding-bottom: 0; }
.facts dt { color: var(--muted); }
.facts dd { overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }

.acts h3 { margin: 16px 0 8px; padding-top: 12px; border-top: 1px solid var(--line); font-size: 14px; }
.acts p + form { margin-top: 12px; }
.acts form + p { margin-top: 18px; }
.act .field { margin-bottom: 10px; }
.act.filter .field { margin-bottom: 0; }
.act textarea { max-width: 560px; }
.card > p + .filter { margin: 10px 0 0; }
.lines { white-space: pre-wrap; }

.pictures .field { margin: 8px 0 10px; max-width: 460px; }
.buttons { display: flex; flex-wrap: wrap; gap: 8px; }
.pictures .note { margin: 12px 0 0; }
.shown { display: flex; flex-wrap: wrap; gap: 12px; }
.shown figure { margin-top: 12px; padding: 8px; border: 1px solid var(--line); border-radius: 6px; }
.shown img { display: block; max-width: min(320px, 100%); height: auto; border-radius: 3px; }
.shown figcaption { display: flex; align-items: center; justify-content: space-between; gap: 8px; margin-top: 8px; }

@media (max-width: 1000px) {
  .columns, .sides { grid-template-columns: minmax(0, 1fr); }
}
@media (max-width: 700px) {
  .bar { padding: 0 14px; }
  .menu { order: 3; width: 100%; margin: 0 -10px; }
  .right { gap: 12px; }
  .languages .here, .who .faint { display: none; }
  main { padding: 14px 14px 24px; }
  .tiles { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 10px; }
  .tiles > div:first-child { grid-column: 1 / -1; }
  .filter { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); width: 100%; }
  .filter select, .filter input { width: 100%; max-width: none; }
  .filter .clear { text-align: center; }
  .banner { flex-direction: column; gap: 6px; }
  tbody th.tight { white-space: normal; }
  input, select, .filter button { height: 40px; font-size: 16px; }
  button.quiet { height: 40px; }
  .act.filter { grid-template-columns: minmax(0, 1fr); }
  .act button { height: auto; min-height: 40px; padding: 6px 14px; }
  a.button, a.button.quiet { height: 40px; line-height: 38px; }
  textarea { font-size: 16px; }
  .plot { height: 140px; }
}
@media (prefers-reduced-motion: no-preference) {
  button, .menu a { transition: background-color 120ms, color 120ms, border-color 120ms; }
}
@media (forced-colors: active) {
  .badge, .legend li::before { border: 1px solid; }
  rect { forced-color-adjust: none; }
}
`;
