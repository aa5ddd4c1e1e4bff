/** Values without their mean and their straight trend over time: a slow turn of the head is no answer to a colour. */
export function withoutTrend(timesMs: readonly number[], values: readonly number[]): readonly number[] {
  const count = Math.max(1, values.length);
  const meanTime = timesMs.reduce((sum, time) => sum + time, 0) / count;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  let rise = 0;
  let run = 0;
  timesMs.forEach((time, at) => {
    rise += (time - meanTime) * (values[at]! - mean);
    run += (time - meanTime) ** 2;
  });
  const slope = run > 0 ? rise / run : 0;
  return values.map((value, at) => value - mean - slope * (timesMs[at]! - meanTime));
}
