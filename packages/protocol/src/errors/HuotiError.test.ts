import { describe, expect, it } from '@jest/globals';
import { ERROR_CODES } from './errorCodes.js';
import { HuotiError, isHuotiError } from './HuotiError.js';
import { REFUSAL_REASONS } from './refusalReasons.js';

describe('HuotiError', () => {
  it('keeps code, cause and whether trying again can help', () => {
    const cause = new TypeError('driver');
    const error = new HuotiError('CAMERA_IN_USE', 'close the other app', { cause, retryable: true });
    expect(error).toMatchObject({ name: 'HuotiError', code: 'CAMERA_IN_USE', cause, retryable: true });
    expect(error).toBeInstanceOf(Error);
    expect(new HuotiError('ABORTED', 'stop').retryable).toBe(false);
  });

  it('is known across two installed copies of the package', () => {
    const fromAnotherCopy = Object.assign(new Error('x'), { marker: 'huoti.error.v1', code: 'ABORTED' });
    expect(isHuotiError(fromAnotherCopy)).toBe(true);
    expect(isHuotiError(fromAnotherCopy, 'ABORTED')).toBe(true);
    expect(isHuotiError(fromAnotherCopy, 'BUSY')).toBe(false);
  });

  it.each([null, undefined, 'ABORTED', { code: 'ABORTED' }, new Error('ABORTED')])('is not %p', (value) => {
    expect(isHuotiError(value)).toBe(false);
  });
});

describe('codes', () => {
  it('are thrown or stand in results, never both', () => {
    const reasons: readonly string[] = REFUSAL_REASONS;
    expect(ERROR_CODES.filter((code) => reasons.includes(code))).toEqual([]);
    expect(new Set(ERROR_CODES).size).toBe(ERROR_CODES.length);
  });
});
