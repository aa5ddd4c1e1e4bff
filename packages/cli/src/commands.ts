import type { Command } from './Command.js';
import { actionsCommand } from './commands/actionsCommand.js';
import { auditVerifyCommand } from './commands/auditVerifyCommand.js';
import { compareCommand } from './commands/compareCommand.js';
import { doctorCommand } from './commands/doctorCommand.js';
import { evalActionsCommand } from './commands/evalActionsCommand.js';
import { evalLivenessCommand } from './commands/evalLivenessCommand.js';
import { evalPairsCommand } from './commands/evalPairsCommand.js';
import { landmarksCommand } from './commands/landmarksCommand.js';
import { runCommand } from './commands/runCommand.js';
import { serveCommand } from './commands/serveCommand.js';

/** Every command by its words, in the order in which help lists them. */
export const commands: ReadonlyMap<string, Command> = new Map([
  ['doctor', doctorCommand],
  ['run', runCommand],
  ['actions', actionsCommand],
  ['landmarks', landmarksCommand],
  ['compare', compareCommand],
  ['eval actions', evalActionsCommand],
  ['eval liveness', evalLivenessCommand],
  ['eval pairs', evalPairsCommand],
  ['serve', serveCommand],
  ['audit verify', auditVerifyCommand],
]);
