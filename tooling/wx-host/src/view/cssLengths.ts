/** Logical px of a screen as wide as the documents' own phone. A screen is 750 rpx wide, whatever its px. */
const PX_AN_RPX = 375 / 750;

/** A style's text with its lengths in px, as a screen 375 px wide has them. */
export function cssLengths(text: string): string {
  return text.replace(/(-?\d*\.?\d+)rpx/gi, (_, number: string) => `${Number(number) * PX_AN_RPX}px`);
}
