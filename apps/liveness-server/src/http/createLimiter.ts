import '@fastify/rate-limit';
import type { Refusal } from '@huoti/server';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const WINDOW_MS = 60_000;

/** Counts a request against one limit; the refusal once it is exceeded, `null` before. */
export type Limiter = (request: FastifyRequest) => Promise<Refusal | null>;

/** Options of {@link createLimiter}. */
export interface LimiterOptions {
  readonly perMinute: number;
  /** What is counted together, for example an address; a word in front keeps two limiters apart. */
  readonly keyOf: (request: FastifyRequest) => string;
}

/** One limit on top of the registered rate limiter. Its counts are this process's own: n processes allow n times as much. */
export function createLimiter(app: FastifyInstance, { perMinute, keyOf }: LimiterOptions): Limiter {
  const check = app.createRateLimit({ max: perMinute, timeWindow: WINDOW_MS, keyGenerator: keyOf });
  return async (request) => {
    const limit = await check(request);
    if (limit.isAllowed || !limit.isExceeded) return null;
    return {
      code: 'RATE_LIMITED',
      detail: 'too many requests; slow down',
      retryable: true,
      retryAfterS: Math.max(1, limit.ttlInSeconds),
    };
  };
}
