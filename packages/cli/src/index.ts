export { main } from './main.js';
export type { CommandOutput } from './CommandOutput.js';
export { EXIT } from './exitCodes.js';
export type { ExitCode } from './exitCodes.js';
