/** The page's whole style: one column that a phone shows without zooming, light and dark by the system, and printable. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ground: #f4f6f8; --card: #fff; --text: #12212c; --muted: #51616d; --line: #dde4e9; --accent: #0a5fb4; }
@media (prefers-color-scheme: dark) { :root { --ground: #0b1218; --card: #131c24; --text: #eaf0f4; --muted: #a3b2be; --line: #2a3843; --accent: #7cbcff; } }
* { box-sizing: border-box; }
html { font: 400 16px/1.55 system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'PingFang TC', 'Hiragino Sans', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; background: var(--ground); color: var(--text); -webkit-text-size-adjust: 100%; }
html:lang(ja) { font-family: system-ui, 'Hiragino Sans', 'Yu Gothic', 'Noto Sans CJK JP', sans-serif; }
html:lang(ko) { font-family: system-ui, 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans CJK KR', sans-serif; }
html:lang(zh-TW) { font-family: system-ui, 'PingFang TC', 'Microsoft JhengHei', 'Noto Sans CJK TC', sans-serif; }
body { margin: 0; }
main { max-width: 760px; margin: 0 auto; padding: 20px 16px 48px; }
h1 { font-size: 24px; line-height: 1.3; margin: 8px 0 8px; overflow-wrap: anywhere; }
h2 { font-size: 18px; line-height: 1.35; margin: 0 0 10px; }
h3 { font-size: 16px; margin: 0; }
p { margin: 0 0 10px; overflow-wrap: anywhere; }
.lead, .note, dt, th { color: var(--muted); }
.note { font-size: 14.5px; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 16px; margin: 14px 0; }
section > :last-child, article > :last-child { margin-bottom: 0; }
article { border-top: 1px solid var(--line); padding: 14px 0 6px; }
article:first-of-type { border-top: 0; padding-top: 4px; }
dl { margin: 6px 0 10px; }
dl > div { display: flex; gap: 4px 14px; padding: 5px 0; }
dl > div + div { border-top: 1px solid var(--line); }
dt { flex: 0 0 38%; }
dd { margin: 0; flex: 1; min-width: 0; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: start; vertical-align: baseline; padding: 6px 0; padding-inline-end: 10px; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th { font-weight: 500; font-size: 14.5px; }
tr:last-child td { border-bottom: 0; }
td:last-child, th:last-child { padding-inline-end: 0; }
.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
time { white-space: nowrap; font-variant-numeric: tabular-nums; }
code { font: 14px/1.4 ui-monospace, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.outcome { font-weight: 600; }
.pictures { display: grid; grid-template-columns: repeat(auto-fill, minmax(88px, 1fr)); gap: 8px; margin: 8px 0 10px; }
.pictures img { display: block; width: 100%; height: auto; border-radius: 6px; background: var(--line); }
details { margin: 6px 0 10px; }
summary { cursor: pointer; color: var(--accent); padding: 6px 0; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; border-inline-start: 3px solid var(--line); padding-inline-start: 12px; font-size: 15px; }
a { color: var(--accent); }
ul { margin: 0; padding-inline-start: 20px; }
@media (max-width: 420px) { dl > div { display: block; } dt { font-size: 14.5px; } }
@media print { html { background: #fff; } section { break-inside: avoid-page; border: 0; padding: 8px 0; } }
`;
