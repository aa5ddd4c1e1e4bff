/** A part of a whole: `93.1 %`; a dash of a whole that is empty. */
export function formatShare(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}
