import { startCommand } from './lib/startCommand.mjs';

startCommand(() => import('./commands/lint.mjs'));
