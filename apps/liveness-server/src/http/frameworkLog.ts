import type { FastifyBaseLogger } from 'fastify';
import { errorFacts } from '../logging/errorFacts.js';
import type { Logger } from '../logging/Logger.js';

/** What the framework and its plugins log: only their errors, and of these only what an error may say. */
export function frameworkLog(logger: Logger): FastifyBaseLogger {
  const report =
    (write: Logger['error']) =>
    (about: unknown): void => {
      const holdsError = typeof about === 'object' && about !== null && 'err' in about;
      const error = holdsError ? about.err : about;
      write('framework', error instanceof Error ? errorFacts(error) : {});
    };
  const nothing = (): void => undefined;
  const log: FastifyBaseLogger = {
    level: 'warn',
    silent: nothing,
    trace: nothing,
    debug: nothing,
    info: nothing,
    warn: report(logger.warn),
    error: report(logger.error),
    fatal: report(logger.error),
    child: () => log,
  };
  return log;
}
