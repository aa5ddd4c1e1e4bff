import { describe, expect, it } from '@jest/globals';
import { HuotiError } from '@huoti/protocol';
import { failed, held } from './CheckOutcome.js';
import { runChecks } from './runChecks.js';

describe('a list of checks', () => {
  it('hands each what the ones before it established, and keeps every reading', async () => {
    const record = await runChecks(async (check) => {
      const three = await check('first', () => held('3', '3', 3));
      await check('second', async () => held(String(three * 2), '6', undefined));
    });
    expect(record).toEqual({
      checks: [
        { name: 'first', pass: true, got: '3', expected: '3' },
        { name: 'second', pass: true, got: '6', expected: '6' },
      ],
      refusal: null,
    });
  });

  it('ends at the first that fails, with its reason and gate', async () => {
    let ran = 0;
    const record = await runChecks(async (check) => {
      await check('first', () => failed('dark', 'light', { reason: 'QUALITY_TOO_LOW', gate: 'too-dark' }));
      await check('second', () => held(String((ran += 1)), '1', undefined));
    });
    expect(ran).toBe(0);
    expect(record.checks.map(({ name }) => name)).toEqual(['first']);
    expect(record.refusal).toEqual({ reason: 'QUALITY_TOO_LOW', gate: 'too-dark' });
  });

  it.each<[string, unknown, string]>([
    ['our own error', new HuotiError('PROTOCOL_MALFORMED', 'byte 3'), 'PROTOCOL_MALFORMED: byte 3'],
    ['an error that may hold what it was given', new TypeError('secret face'), 'TypeError'],
    ['something else', 'secret face', 'string'],
  ])('takes a check that throws for one that failed: %s', async (_name, error, got) => {
    const record = await runChecks(async (check) => {
      await check('first', () => Promise.reject(error));
    });
    expect(record.refusal).toEqual({ reason: 'EVIDENCE_INCONSISTENT', gate: null });
    expect(record.checks).toEqual([
      { name: 'first', pass: false, got, expected: 'a check that can be made' },
    ]);
  });

  it.each(['ABORTED', 'BACKEND_UNAVAILABLE', 'MODEL_LOAD_FAILED', 'HOST_ERROR'] as const)(
    'lets a fault of the machine through: %s',
    async (code) => {
      const broken = runChecks(async (check) => {
        await check('first', () => Promise.reject(new HuotiError(code, 'x')));
      });
      await expect(broken).rejects.toMatchObject({ code });
    },
  );
});
