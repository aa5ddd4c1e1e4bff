const STYLE =
  'text{font:12px system-ui,sans-serif;fill:#1e293b}.t{font-size:16px;font-weight:600}.h{font-weight:600}.c{font-size:11px;fill:#475569}';

/** Text that may stand in an SVG. */
export const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** What {@link svgPicture} takes. */
export interface SvgOptions {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly title: string;
  /** Read out in place of the picture. */
  readonly description: string;
  readonly body: readonly string[];
}

/** A picture that is readable without colour and by a screen reader. */
export function svgPicture({ widthPx, heightPx, title, description, body }: SvgOptions): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${widthPx} ${heightPx}" width="${widthPx}" height="${heightPx}" role="img" aria-labelledby="title desc">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="desc">${escapeXml(description)}</desc>`,
    `<style>${STYLE}</style>`,
    `<rect width="${widthPx}" height="${heightPx}" fill="#ffffff"/>`,
    `<text x="20" y="26" class="t">${escapeXml(title)}</text>`,
    ...body,
    '</svg>',
    '',
  ].join('\n');
}
