import { HuotiError, isHuotiError } from '@huoti/protocol';
import type { ErrorCode } from '@huoti/protocol';

interface Row {
  readonly code: ErrorCode;
  readonly message: string;
  readonly retryable?: true;
}

const DENIED: Row = {
  code: 'CAMERA_PERMISSION_DENIED',
  message:
    'the camera was not allowed: allow it for this page in the browser or app settings, then try again',
};
const NOT_FOUND: Row = {
  code: 'CAMERA_NOT_FOUND',
  message: 'this device has no camera: connect one, or use a device that has one',
};
const IN_USE: Row = {
  code: 'CAMERA_IN_USE',
  message: 'the camera could not be started: close other apps or pages that use it, then try again',
  retryable: true,
};
const UNSUPPORTED: Row = {
  code: 'CAMERA_UNSUPPORTED',
  message: 'this browser gives no usable camera: open the page in a current browser',
};

/** One row a native name; the old names are those of WebViews before 2018. */
const ROWS: Readonly<Record<string, Row>> = {
  NotAllowedError: DENIED,
  PermissionDeniedError: DENIED,
  PermissionDismissedError: DENIED,
  SecurityError: {
    code: 'CAMERA_PERMISSION_DENIED',
    message:
      "the page's policy forbids the camera: allow it (Permissions-Policy, or allow=camera on the iframe)",
  },
  NotFoundError: NOT_FOUND,
  DevicesNotFoundError: NOT_FOUND,
  NotReadableError: IN_USE,
  TrackStartError: IN_USE,
  SourceUnavailableError: IN_USE,
  AbortError: IN_USE,
  TypeError: UNSUPPORTED,
  NotSupportedError: UNSUPPORTED,
  InvalidStateError: {
    code: 'CAMERA_INTERRUPTED',
    message: 'the page was not in front when the camera was asked for: show it and try again',
    retryable: true,
  },
};

/**
 * WebKit says "over-constrained" with an empty constraint when there is no camera at all, so a bare one means that; a
 * device id that fits none is a camera that is gone; any other name is a wish that this camera can't meet.
 */
function overconstrainedRow(constraint: unknown): Row {
  if (typeof constraint !== 'string' || constraint === '' || constraint === 'deviceId') return NOT_FOUND;
  return { ...UNSUPPORTED, message: `no camera of this device can meet the constraint ${constraint}` };
}

/**
 * Folds what a browser throws around a camera into one of our codes; what is not recognised becomes HOST_ERROR. The
 * native error is kept as the cause; its text goes nowhere, since it may hold a device label.
 *
 * @example try { await openCamera(); } catch (error) { throw foldCameraError(error); }
 */
export function foldCameraError(error: unknown): HuotiError {
  if (isHuotiError(error)) return error;
  const { name, constraint } = (error ?? {}) as { name?: unknown; constraint?: unknown };
  const key = typeof name === 'string' ? name : '';
  const row =
    key === 'OverconstrainedError' || key === 'ConstraintNotSatisfiedError'
      ? overconstrainedRow(constraint)
      : Object.prototype.hasOwnProperty.call(ROWS, key)
        ? ROWS[key]
        : undefined;
  if (!row) {
    return new HuotiError(
      'HOST_ERROR',
      'the browser reported a camera error that is not known: see its cause',
      {
        cause: error,
      },
    );
  }
  return new HuotiError(row.code, row.message, { cause: error, retryable: row.retryable ?? false });
}
