import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

/** An X server of our own, with no screen to look at. */
export interface Display {
  /** For `DISPLAY`. */
  readonly name: string;
  stop(): Promise<void>;
}

/** Starts Xvfb on a free display. */
export async function startDisplay(): Promise<Display> {
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1024x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const number = await new Promise<string>((resolve, reject) => {
    let text = '';
    (child.stdio[3] as Readable).on('data', (piece: Buffer) => {
      text += piece.toString();
      if (text.includes('\n')) resolve(text.trim());
    });
    child.once('error', reject);
    child.once('exit', () => reject(new TypeError('Xvfb ended before it had a display')));
  });
  return {
    name: `:${number}`,
    async stop() {
      child.kill();
      await ended;
    },
  };
}
