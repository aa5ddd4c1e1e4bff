import { CONSOLE_COLOURS } from './consoleColours.js';
import { CONSOLE_PARTS } from './consoleParts.js';

/** The whole style of the console, in one file of its own: no page carries a style. */
export const CONSOLE_STYLE = `${CONSOLE_COLOURS}
*, *::before, *::after { box-sizing: border-box; }
html { font: 400 14px/1.45 system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; background: var(--backdrop); color: var(--text); -webkit-text-size-adjust: 100%; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; }
h1, h2, p, ul, dl, dd, figure { margin: 0; padding: 0; }
ul { list-style: none; }
h1 { font-size: 20px; font-weight: 600; letter-spacing: -0.01em; }
h2, caption { font-size: 14px; font-weight: 600; text-align: left; }
code { font: 12.5px/1.4 ui-monospace, 'SF Mono', Menlo, Consolas, 'Noto Sans Mono', monospace; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 2px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
main:focus { outline: none; }
.hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.faint { color: var(--muted); font-weight: 400; }
.skip { position: absolute; left: 8px; top: -60px; padding: 8px 12px; background: var(--surface); z-index: 2; }
.skip:focus { top: 8px; }

.bar { display: flex; flex-wrap: wrap; align-items: center; gap: 0 20px; padding: 0 20px; background: var(--surface); border-bottom: 1px solid var(--line); }
.bar ul { display: flex; }
.product { font-weight: 600; padding: 12px 0; }
.menu ul { gap: 4px; }
.menu a { display: block; padding: 12px 10px 10px; color: var(--muted); text-decoration: none; border-bottom: 2px solid transparent; }
.menu a:hover { color: var(--text); }
.menu a[aria-current] { color: var(--text); border-color: var(--accent); font-weight: 600; }
.right { display: flex; align-items: center; gap: 16px; margin-left: auto; min-height: 44px; }
.right form { display: flex; }
.languages ul { gap: 10px; }
.languages span { font-weight: 600; }
.who { white-space: nowrap; }

main { flex: 1; width: 100%; max-width: 1440px; margin: 0 auto; padding: 18px 20px 28px; }
.foot { padding: 10px 20px; color: var(--muted); font-size: 12.5px; text-align: center; }
.head { display: flex; flex-wrap: wrap; align-items: end; justify-content: space-between; gap: 10px 24px; margin-bottom: 14px; }
.card { background: var(--surface); border: 1px solid var(--line); border-radius: 8px; padding: 14px 16px; margin-bottom: 14px; min-width: 0; }
.card > h2 { margin-bottom: 8px; }
.card.flush { padding: 0; overflow: hidden; }
.card.flush .empty { padding: 20px 16px; }
.card.narrow { max-width: 360px; margin: 8vh auto 0; padding: 22px 24px; }
.card.narrow h1 { margin-bottom: 12px; }
.card.narrow p + p { margin-top: 12px; }
.columns { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: 0 14px; }
.columns > .card { margin-bottom: 14px; }
.sides { display: grid; grid-template-columns: minmax(0, 1fr) 340px; gap: 0 14px; align-items: start; }
.empty { color: var(--muted); }

input, select, button, textarea { font: inherit; color: inherit; }
input, select { height: 34px; padding: 0 9px; background: var(--surface); border: 1px solid var(--edge); border-radius: 5px; max-width: 100%; }
select { padding-right: 4px; }
textarea { width: 100%; padding: 7px 9px; background: var(--surface); border: 1px solid var(--edge); border-radius: 5px; resize: vertical; }
button, a.button { display: inline-block; height: 34px; padding: 0 14px; border: 1px solid var(--accent); border-radius: 5px; background: var(--accent); color: var(--on-accent); font-weight: 600; cursor: pointer; }
a.button { line-height: 32px; text-decoration: none; }
button:hover, a.button:hover { filter: brightness(1.08); }
.danger, a.button.danger { background: var(--refused-text); border-color: var(--refused-text); color: var(--refused-soft); }
button.quiet, a.button.quiet { background: transparent; color: var(--accent); border-color: var(--edge); font-weight: 500; }
button.quiet { height: 30px; padding: 0 10px; }
button.quiet:hover, a.button.quiet:hover { background: var(--soft); filter: none; }
.stack { display: grid; gap: 4px; }
.stack label { font-weight: 500; }
.stack input { height: 40px; margin-bottom: 10px; }
.stack button { height: 40px; margin-top: 4px; }
.field { display: grid; gap: 3px; min-width: 0; }
.field label { font-size: 12.5px; color: var(--muted); }
.filter { display: flex; flex-wrap: wrap; align-items: end; gap: 8px 10px; margin-bottom: 14px; }
.head .filter { margin-bottom: 0; }
.filter select, .filter input { max-width: 220px; }
.clear { padding: 7px 4px; }
.note { padding: 9px 12px; border-radius: 5px; background: var(--soft); margin-bottom: 12px; }
.note.fault { background: var(--refused-soft); color: var(--refused-text); }
.note[hidden] { display: none; }
.pages { display: flex; gap: 20px; justify-content: flex-end; }
.crumb { margin-bottom: 10px; color: var(--muted); overflow-wrap: anywhere; }
${CONSOLE_PARTS}`;
