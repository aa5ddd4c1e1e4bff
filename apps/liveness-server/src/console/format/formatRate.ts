/** A false accept rate as operators speak of it: `1 in 10,000`. */
export function formatRate(rate: number): string {
  return rate <= 0 ? '0' : `1 : ${Math.round(1 / rate).toLocaleString('en')}`;
}
