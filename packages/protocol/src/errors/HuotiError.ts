import type { ErrorCode } from './errorCodes.js';

const MARKER = 'huoti.error.v1';

/** What a {@link HuotiError} carries besides its code and message. */
export interface HuotiErrorOptions {
  /** The error that led to this one; kept as it was thrown. */
  cause?: unknown;
  /**
   * Whether the same call may succeed when a person tries again without changing anything on the machine.
   * @default false
   */
  retryable?: boolean;
}

/**
 * The one error class of huoti: a stable `code`, a one-line `message` that says what to do, the `cause`, and whether
 * trying again can help.
 *
 * @example
 * try { await session.run(); } catch (error) {
 *   if (isHuotiError(error, 'CAMERA_PERMISSION_DENIED')) showCameraHelp();
 * }
 */
export class HuotiError extends Error {
  /** Marks the class across two installed copies of the package, where `instanceof` would fail. */
  readonly marker: string = MARKER;
  readonly code: ErrorCode;
  readonly retryable: boolean;
  /** Assigned, not passed to `Error`: engines before 2021 ignore the option. */
  override readonly cause: unknown;

  constructor(code: ErrorCode, message: string, { cause, retryable = false }: HuotiErrorOptions = {}) {
    super(message);
    this.name = 'HuotiError';
    this.code = code;
    this.retryable = retryable;
    this.cause = cause;
  }
}

/**
 * Whether a thrown value is a {@link HuotiError}, from whichever installed copy of the package, and of the given code
 * where one is given.
 *
 * @example isHuotiError(error, 'ABORTED')
 */
export function isHuotiError(value: unknown, code?: ErrorCode): value is HuotiError {
  if (typeof value !== 'object' || value === null) return false;
  const candidate = value as { marker?: unknown; code?: unknown };
  return candidate.marker === MARKER && (code === undefined || candidate.code === code);
}
