import { HuotiError, type RefusalReason } from '@huoti/protocol';

/**
 * The server refuses the session: for whoever runs it a result, not a fault. It travels as an error, since it may come while
 * core's session waits for a reveal, and becomes an outcome at the end of the run.
 */
export class ServerRefusal extends HuotiError {
  readonly reason: RefusalReason;
  readonly retryAfterS: number | null;

  constructor(reason: RefusalReason, detail: string, retryAfterS: number | null) {
    super('HOST_ERROR', `the server refused the session: ${detail}`);
    this.reason = reason;
    this.retryAfterS = retryAfterS;
  }
}
