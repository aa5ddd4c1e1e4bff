import { describe, expect, it } from '@jest/globals';
import { HuotiError, isHuotiError } from '@huoti/protocol';
import { foldCameraError } from './foldCameraError.js';

const ROWS: readonly (readonly [
  name: string,
  constraint: string | undefined,
  code: string,
  retryable: boolean,
])[] = [
  ['NotAllowedError', undefined, 'CAMERA_PERMISSION_DENIED', false],
  ['PermissionDeniedError', undefined, 'CAMERA_PERMISSION_DENIED', false],
  ['PermissionDismissedError', undefined, 'CAMERA_PERMISSION_DENIED', false],
  ['SecurityError', undefined, 'CAMERA_PERMISSION_DENIED', false],
  ['NotFoundError', undefined, 'CAMERA_NOT_FOUND', false],
  ['DevicesNotFoundError', undefined, 'CAMERA_NOT_FOUND', false],
  ['OverconstrainedError', undefined, 'CAMERA_NOT_FOUND', false],
  ['OverconstrainedError', '', 'CAMERA_NOT_FOUND', false],
  ['OverconstrainedError', 'deviceId', 'CAMERA_NOT_FOUND', false],
  ['OverconstrainedError', 'width', 'CAMERA_UNSUPPORTED', false],
  ['ConstraintNotSatisfiedError', 'facingMode', 'CAMERA_UNSUPPORTED', false],
  ['NotReadableError', undefined, 'CAMERA_IN_USE', true],
  ['TrackStartError', undefined, 'CAMERA_IN_USE', true],
  ['SourceUnavailableError', undefined, 'CAMERA_IN_USE', true],
  ['AbortError', undefined, 'CAMERA_IN_USE', true],
  ['TypeError', undefined, 'CAMERA_UNSUPPORTED', false],
  ['NotSupportedError', undefined, 'CAMERA_UNSUPPORTED', false],
  ['InvalidStateError', undefined, 'CAMERA_INTERRUPTED', true],
  ['SomethingNewError', undefined, 'HOST_ERROR', false],
  ['toString', undefined, 'HOST_ERROR', false],
];

describe('foldCameraError', () => {
  it.each(ROWS)('%s with constraint %s is %s', (name, constraint, code, retryable) => {
    const native = { name, constraint, message: "Ada's phone" };
    const folded = foldCameraError(native);
    expect(isHuotiError(folded)).toBe(true);
    expect([folded.code, folded.retryable, folded.cause]).toEqual([code, retryable, native]);
    expect(folded.message).not.toContain('Ada');
    expect(folded.message).not.toContain('\n');
  });

  it.each([undefined, null, 'a text', 7])(
    '%p, which is no error, is HOST_ERROR with itself as the cause',
    (value) => {
      const folded = foldCameraError(value);
      expect([folded.code, folded.cause]).toEqual(['HOST_ERROR', value]);
    },
  );

  it('gives one of our own errors back as it is', () => {
    const own = new HuotiError('ABORTED', 'made for the test');
    expect(foldCameraError(own)).toBe(own);
  });
});
