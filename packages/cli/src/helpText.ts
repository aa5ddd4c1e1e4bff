import type { Command } from './Command.js';
import { commands } from './commands.js';

/** What `huoti --help` prints. */
export const helpText = (): string =>
  [
    'huoti: face liveness on recordings, with the engine of the SDK',
    '',
    'usage: huoti COMMAND ...',
    '',
    ...[...commands.values()].map(({ usage, summary }) => `  huoti ${usage}\n      ${summary}`),
    '',
    'CLIP is .mp4 .webm .mov .gif (read by ffmpeg), .y4m, .mjpeg, or a folder of numbered pictures.',
    '--json prints one JSON object on standard output; progress goes to standard error.',
    '',
    'exit codes: 0 done, and for run and compare also passed or same; 1 refused or different; 2 wrong usage or unreadable input;',
    '            3 the machine lacks something (huoti doctor says what); 130 interrupted',
  ].join('\n');

/** What `huoti COMMAND --help` prints. */
export const commandHelp = ({ usage, summary, details = [] }: Command): string =>
  [`usage: huoti ${usage}`, '', summary, ...(details.length > 0 ? ['', ...details] : [])].join('\n');
