import { HuotiError } from '@huoti/protocol';

/**
 * Refuses a query on a session that was given back: by now it may be in the middle of somebody else's transaction.
 *
 * @throws HuotiError DISPOSED
 */
export function refuseReleased(held: boolean): void {
  if (!held) {
    throw new HuotiError('DISPOSED', 'the transaction has ended: await every query inside of it');
  }
}
