import type { Channels } from './Channels.js';

/**
 * Channels whose common part, their mean at each frame, counts less (or more) than their differences.
 *
 * @param weight of the common part: 1 changes nothing, 0 leaves the differences alone
 *
 * @example weighCommon([[3], [0], [0]], 0); // [[2], [-1], [-1]]
 */
export function weighCommon(channels: Channels, weight: number): Channels {
  const [red, green, blue] = channels;
  const weigh = (list: readonly number[]): readonly number[] =>
    list.map((value, at) => value + ((weight - 1) * (red[at]! + green[at]! + blue[at]!)) / 3);
  return [weigh(red), weigh(green), weigh(blue)];
}
