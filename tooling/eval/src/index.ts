export type { Part, Presentation } from './rows/Presentation.js';
export { readPresentations } from './rows/readPresentations.js';
export { writePresentations } from './rows/writePresentations.js';
export { clusteredInterval } from './rows/clusteredInterval.js';
export type { ClusteredRate, ClusteredTrial } from './rows/clusteredInterval.js';
export { fitFusion } from './fit/fitFusion.js';
export type { FittedFusion } from './fit/fitFusion.js';
export { summariseRows } from './report/summariseRows.js';
export type { RowSummary } from './report/summariseRows.js';
