/** The values of the last while, and their quantiles. */
export class RollingValues {
  private readonly times: number[] = [];
  private readonly values: number[] = [];

  /** @param spanMs how far back values count */
  constructor(private readonly spanMs: number) {}

  get count(): number {
    return this.values.length;
  }

  /** From the oldest value kept to the newest, in ms. */
  get coveredMs(): number {
    return (this.times[this.times.length - 1] ?? 0) - (this.times[0] ?? 0);
  }

  push(atMs: number, value: number): void {
    this.times.push(atMs);
    this.values.push(value);
    while (atMs - (this.times[0] ?? atMs) > this.spanMs) {
      this.times.shift();
      this.values.shift();
    }
  }

  /**
   * @param share in [0, 1]; 0.5 is the median
   * @returns `null` where there are no values
   */
  quantile(share: number): number | null {
    if (this.values.length === 0) return null;
    const sorted = this.values.slice().sort((a, b) => a - b);
    return sorted[Math.round(share * (sorted.length - 1))] ?? null;
  }

  clear(): void {
    this.times.length = 0;
    this.values.length = 0;
  }
}
