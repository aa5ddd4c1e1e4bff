/**
 * The light of an sRGB component, as a share of the screen's most (IEC 61966-2-1; WCAG's relative luminance uses the same).
 *
 * @param level 0 to 255
 */
export function linearLight(level: number): number {
  const encoded = level / 255;
  return encoded <= 0.04045 ? encoded / 12.92 : Math.pow((encoded + 0.055) / 1.055, 2.4);
}
