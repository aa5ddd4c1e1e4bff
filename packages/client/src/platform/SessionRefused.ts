import { HuotiError, type SessionOutcome } from '@huoti/protocol';

/**
 * The server refused a session before there was anything to show: too many tries, a session that has run out. It is no fault of a
 * machine, so it carries the outcome that the person is told.
 */
export class SessionRefused extends HuotiError {
  readonly outcome: SessionOutcome;

  constructor(message: string, outcome: SessionOutcome, cause: unknown) {
    super('HOST_ERROR', message, { cause });
    this.outcome = outcome;
  }
}
