import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** Where a secret is typed or piped in, and where it is asked for. */
export interface SecretStreams {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream;
}

/** Takes what would be echoed, and shows none of it. */
const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });

/**
 * Asks for one line and shows nothing of it: a terminal does not echo it, a pipe is read as it is. The end of the input
 * without a line is the empty text.
 */
export function readSecret(question: string, { input, output }: SecretStreams): Promise<string> {
  const isTerminal = input.isTTY === true;
  if (isTerminal) output.write(question);
  const lines = createInterface({ input, output: nowhere(), terminal: isTerminal });
  return new Promise((resolve) => {
    lines.once('line', (line) => {
      resolve(line);
      lines.close();
    });
    lines.once('close', () => {
      if (isTerminal) output.write('\n');
      resolve('');
    });
  });
}
