import { describe, expect, it } from '@jest/globals';
import { scoreActions } from './scoreActions.js';

const row = (file: string, action: string, startMs: number) => ({
  file,
  action,
  startMs,
  endMs: startMs + 100,
});

describe('scoreActions', () => {
  it('counts rows, finds, recall and precision of each action, and lists what is left on both sides', () => {
    const truths = [row('a', 'blink', 0), row('a', 'blink', 5000), row('b', 'nod', 0)];
    const founds = [row('a', 'blink', 200), row('a', 'turn-left', 0), row('b', 'nod', 0)];
    expect(scoreActions(truths, founds)).toEqual({
      actions: {
        blink: { truth: 2, found: 1, recall: 0.5, precision: 1 },
        nod: { truth: 1, found: 1, recall: 1, precision: 1 },
        'turn-left': { truth: 0, found: 1, recall: null, precision: 0 },
      },
      misses: [truths[1]],
      falseAlarms: [founds[1]],
    });
  });

  it('does not match over files, and leaves out files that the table does not name', () => {
    const { actions, falseAlarms } = scoreActions([row('a', 'blink', 0)], [row('b', 'blink', 0)]);
    expect(actions).toEqual({ blink: { truth: 1, found: 0, recall: 0, precision: null } });
    expect(falseAlarms).toEqual([]);
  });
});
