import { isHuotiError } from '@huoti/protocol';
import { EXIT, type ExitCode } from './exitCodes.js';

const LACKING = new Set([
  'BACKEND_UNAVAILABLE',
  'MODEL_LOAD_FAILED',
  'MODEL_INTEGRITY_MISMATCH',
  'HOST_ERROR',
  'CSP_BLOCKED',
]);

/** The exit code of a thrown error: the machine's fault is 3, everything else is the input's or the caller's. */
export function exitCodeOf(error: unknown): ExitCode {
  return isHuotiError(error) && !LACKING.has(error.code) ? EXIT.usage : EXIT.lacking;
}
