/** The console's two looks. Every pair of text and ground is measured by the tests of the pages. */
export const CONSOLE_COLOURS = `
:root {
  color-scheme: light dark;
  --backdrop: #f3f5f7; --surface: #ffffff; --hover: #f6f9fb; --soft: #e8eff6;
  --text: #10202c; --muted: #51616d; --line: #dfe5ea; --edge: #8496a4;
  --accent: #0a5fb4; --on-accent: #ffffff;
  --verified: #1f9166; --verified-soft: #e2f4ec; --verified-text: #0b6045;
  --completed: #5a8fd0; --completed-soft: #e4eefa; --completed-text: #0a4f96;
  --refused: #c8553d; --refused-soft: #fceae6; --refused-text: #8f2b17;
  --dropped: #a9b5bf;
  --attention-line: #c07a00; --attention-soft: #fff6e5; --attention-text: #6b3f00;
}
@media (prefers-color-scheme: dark) {
  :root {
    --backdrop: #0b1218; --surface: #131c24; --hover: #18232c; --soft: #1d2b37;
    --text: #eaf0f4; --muted: #a3b2be; --line: #26343f; --edge: #5d7081;
    --accent: #7cbcff; --on-accent: #04213f;
    --verified: #3fb489; --verified-soft: #0f3527; --verified-text: #8ce5c0;
    --completed: #5f9be0; --completed-soft: #14304d; --completed-text: #b3d6ff;
    --refused: #e0765f; --refused-soft: #3d1b14; --refused-text: #ffb9a8;
    --dropped: #5a6b78;
    --attention-line: #a8803f; --attention-soft: #2e2312; --attention-text: #ffd9a0;
  }
}
`;
