export { main } from './main.js';
export type { CommandOutput } from './CommandOutput.js';
export { EXIT } from './exitCodes.js';
export type { ExitCode } from './exitCodes.js';
export {
  createLivenessMeter,
  type LivenessMeter,
  type MeasureOptions,
} from './eval/liveness/createLivenessMeter.js';
export type { MeasuredFile } from './eval/liveness/MeasuredFile.js';
export type { LivenessRow } from './eval/liveness/LivenessRow.js';
export { readLivenessTable } from './eval/liveness/readLivenessTable.js';
export { isPictureFile } from './media/isPictureFile.js';
export { wilsonInterval } from './eval/pairs/wilsonInterval.js';
export { areaUnderRoc } from './eval/pairs/rates.js';
