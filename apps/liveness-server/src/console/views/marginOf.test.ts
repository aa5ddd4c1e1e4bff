import { describe, expect, it } from '@jest/globals';
import { marginOf } from './marginOf.js';

const margin = (pass: boolean, got: string, expected: string): string | null => {
  const found = marginOf({ name: 'any', pass, got, expected });
  return found && `${found.amount} ${found.unit}`.trim();
};

describe('marginOf', () => {
  it.each([
    [false, '4240 ms', 'at most 3000 ms', '1240 ms'],
    [true, '2000 ms', 'at most 3000 ms', '1000 ms'],
    [false, '0.61', 'at least 0.7', '0.09'],
    [true, '0.74', '>= 0.7', '0.04'],
    [false, '-2600 ms', "the server's time -2000 to 3000 ms beyond the trace's", '600 ms'],
    [false, 'similarity 0.412', '0.520 or more (FAR 0.0001)', '0.108'],
    [false, 'picture 2-7 by 0.1200, half within 0.0400', 'each within 0.1, half within 0.05', '0.02'],
    [false, 'picture 2-7 least, by 0.310', 'every picture like the others by 0.45 or more', '0.14'],
    [true, '12 px', '10 px or more', '2 px'],
    [
      true,
      'first step after 900 ms, complete after 9000 ms',
      'first step within 30000 ms, complete within 9500 ms',
      '500 ms',
    ],
  ])('%p: %p against %p is %p', (pass, got, expected, wanted) => {
    expect(margin(pass, got, expected)).toBe(wanted);
  });

  it.each([
    ['words without numbers', false, 'not signed', 'signed by this server'],
    ['another unit', false, '4 s', 'at most 3000 ms'],
    ['two numbers where one is bound', false, 'frame 3 is 20 ms late', 'at most 10 ms'],
    ['a hash that begins with digits', false, '12ab34', '12ab35'],
    [
      'fewer readings than bounds',
      false,
      'no step was asked for',
      'a first step within 30 ms, all within 90 ms',
    ],
    // The reading is inside its bound, so it can't be what the check failed for.
    ['a reading that contradicts the outcome', false, '10 ms', 'at most 30 ms'],
  ])('tells nothing of %s', (_case, pass, got, expected) => {
    expect(margin(pass, got, expected)).toBeNull();
  });
});
