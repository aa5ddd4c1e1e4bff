import type { SignInTimes } from './SignInTimes.js';

const MINUTE_MS = 60_000;

/**
 * A quarter of an hour without a request, a working day in all: the lower ends for a console over personal data in OWASP's
 * Session Management Cheat Sheet (15 to 30 minutes idle, 4 to 8 hours in all).
 */
export const DEFAULT_SIGN_IN_TIMES: SignInTimes = { idleMs: 15 * MINUTE_MS, absoluteMs: 8 * 60 * MINUTE_MS };
