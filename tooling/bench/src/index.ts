export { runBench } from './runBench.js';
export type { BenchOptions } from './runBench.js';
export { FULL, QUICK } from './Amount.js';
export type { Amount } from './Amount.js';
export type { BenchResults } from './report/BenchResults.js';
export { writeTable } from './report/writeTable.js';
export { drawChart } from './report/drawChart.js';
