import { DEFAULT_PLAN_ACTIONS, HuotiError, type Action } from '@huoti/protocol';
import type { RandomSource } from '../host/RandomSource.js';
import { isTurn } from './isTurn.js';
import { randomBelow } from './randomBelow.js';

/**
 * Draws different actions of the six, at least one of them a turn: uniform over all such ordered draws.
 *
 * @param options.include one that is always among them, where two or more are drawn
 * @throws HuotiError INVALID_ARGUMENT for a count that six different actions can not fill
 */
export function drawActions(
  random: RandomSource,
  count: number,
  { include }: { include?: Action | undefined } = {},
): Action[] {
  if (!Number.isInteger(count) || count < 1 || count > DEFAULT_PLAN_ACTIONS.length) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      `count is ${count}: give an integer from 1 to ${DEFAULT_PLAN_ACTIONS.length}`,
    );
  }
  for (;;) {
    const pool: Action[] = [...DEFAULT_PLAN_ACTIONS];
    const drawn: Action[] = [];
    while (drawn.length < count) drawn.push(...pool.splice(randomBelow(random, pool.length), 1));
    const included = include === undefined || count < 2 || drawn.includes(include);
    if (included && drawn.some(isTurn)) return drawn;
  }
}
