import { type DestinationStream, pino } from 'pino';
import { allowFacts } from './allowFacts.js';
import type { LogFacts } from './LogFacts.js';
import type { Logger, LogLevel } from './Logger.js';

/** Options of {@link createLogger}. */
export interface LoggerOptions {
  /** @default "info" */
  readonly level?: LogLevel;
  /** @default the process's standard output */
  readonly destination?: DestinationStream;
  /** Which of the service's processes speaks. */
  readonly process?: string;
}

/** The second net, under the allow-list: should a fact of these names ever get through, its value does not. */
const NEVER = ['authorization', 'dpop', 'token', 'clientToken', 'apiKey', 'secret', 'password', 'template'];

/**
 * A log of JSON lines in which only the facts of an allow-list can stand.
 *
 * @example createLogger({ level: 'info' }).info('request-end', { requestId, route, status: 201, durationMs: 3.2 })
 */
export function createLogger({ level = 'info', destination, process }: LoggerOptions = {}): Logger {
  const options = {
    level,
    base: process === undefined ? {} : { process },
    redact: { paths: [...NEVER, ...NEVER.map((name) => `*.${name}`)], censor: '[redacted]' },
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const log = destination === undefined ? pino(options) : pino(options, destination);
  const write =
    (method: 'debug' | 'info' | 'warn' | 'error') =>
    (event: string, facts: LogFacts = {}): void =>
      log[method](allowFacts({ ...facts }), event);
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}
