import type { LogFacts } from './LogFacts.js';

/** Frames of a stack that are kept: enough to find the place, short enough for one line. */
const KEPT_FRAMES = 4;

/** The last folders of a path are enough to find a file; those above are the machine's own affair. */
const shortPath = (path: string): string => path.split('/').slice(-3).join('/');

/** `name (file:line:column)` of the innermost frames; a message that imitates a stack is cut off before. */
function placeOf({ stack, message }: Error): string | undefined {
  if (stack === undefined) return undefined;
  const messageAt = stack.indexOf(message);
  const frames = stack
    .slice(messageAt < 0 ? 0 : messageAt + message.length)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, KEPT_FRAMES)
    .map((line) =>
      line
        .trim()
        .slice(3)
        .replace(/(?:file:\/\/)?\/[^\s()]+/g, shortPath),
    );
  return frames.length === 0 ? undefined : frames.join(' < ').slice(0, 400);
}

/**
 * What a log may say of a thrown error: its class, its code and where it was thrown. Its message is left out, since
 * libraries quote what they choked on: a body, a parameter of a query, a header.
 */
export function errorFacts(error: unknown): LogFacts {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const { code } = error as { code?: unknown };
  const place = placeOf(error);
  return {
    errorName: error.name,
    ...(typeof code === 'string' ? { errorCode: code } : {}),
    ...(place === undefined ? {} : { errorAt: place }),
  };
}
