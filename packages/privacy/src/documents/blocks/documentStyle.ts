/**
 * How a document looks on a screen and on paper. Sides are logical (inline-start), so that it runs from right to left by itself; colours are
 * plain black on white with one grey, for printers without colour; contrast is 7:1 or more.
 */
export const DOCUMENT_STYLE = `:root {
  color-scheme: light;
  --ink: #1a1a1a;
  --soft: #4a4a4a;
  --line: #b8b8b8;
  --tint: #f3f3f1;
}
* { box-sizing: border-box; }
body {
  margin: 0;
  background: #fff;
  color: var(--ink);
  font: 16px/1.6 system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans", "Noto Sans Arabic", sans-serif;
  overflow-wrap: break-word;
}
:lang(ar) { line-height: 1.8; }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.75rem; line-height: 1.3; margin: 0 0 1rem; text-wrap: balance; }
h2 { font-size: 1.2rem; line-height: 1.35; margin: 2.5rem 0 .75rem; padding-block-end: .3rem; border-block-end: 2px solid var(--ink); }
p { margin: 0 0 .75rem; max-width: 46rem; }
ul { margin: 0 0 .75rem; padding-inline-start: 1.25rem; max-width: 46rem; }
li { margin-block-end: .35rem; }
ul.checks { list-style: none; padding: 0; }
ul.checks li { position: relative; padding-inline-start: 1.75rem; margin-block-end: .6rem; }
ul.checks li::before {
  content: "";
  position: absolute;
  inset-inline-start: 0;
  inset-block-start: .3em;
  inline-size: 1em;
  block-size: 1em;
  border: 1.5px solid var(--ink);
  border-radius: 2px;
}
dl { margin: 0 0 .75rem; border-block-start: 1px solid var(--line); }
dl div { display: grid; grid-template-columns: minmax(9rem, 15rem) 1fr; gap: .25rem 1.5rem; padding-block: .45rem; border-block-end: 1px solid var(--line); }
dt { color: var(--soft); }
dd { margin: 0; }
table { inline-size: 100%; border-collapse: collapse; margin: 0 0 .75rem; font-size: .875rem; line-height: 1.5; }
th, td { text-align: start; vertical-align: top; padding: .5rem .6rem; border-block-end: 1px solid var(--line); }
thead th { background: var(--tint); border-block-end: 1.5px solid var(--ink); font-weight: 600; }
tbody th { font-weight: 600; min-inline-size: 7rem; }
td:last-child { min-inline-size: 5rem; }
.blanks p { display: flex; align-items: flex-end; gap: .75rem; max-width: none; margin-block: 1.5rem 0; }
.blanks span { flex: 0 1 auto; }
.blanks i { flex: 1 0 8rem; border-block-end: 1px solid var(--ink); }
@media screen and (max-width: 44rem) {
  main { padding: 1.25rem 1rem 3rem; }
  h1 { font-size: 1.4rem; }
  dl div { grid-template-columns: 1fr; gap: 0; }
  table, tbody, tr, th, td { display: block; }
  thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { border: 1px solid var(--line); border-radius: 6px; margin-block-end: .75rem; padding: .25rem 0; }
  tbody th, td { border: 0; padding: .3rem .75rem; }
  tbody th { font-size: 1rem; }
  td::before { content: attr(data-name); display: block; color: var(--soft); font-size: .8125rem; }
  td:empty { display: none; }
}
@media print {
  @page { size: A4; margin: 18mm 16mm 20mm; }
  body { font-size: 10.5pt; line-height: 1.5; }
  main { max-width: none; padding: 0; }
  p, ul { max-width: none; }
  h1 { font-size: 18pt; }
  h2 { font-size: 13pt; margin-block-start: 18pt; break-after: avoid; }
  table { font-size: 9pt; }
  thead { display: table-header-group; }
  thead th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  tr, li, dl div, .blanks p { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
}
`;
