import { isHuotiError } from '@huoti/protocol';
import type { Refusal } from '@huoti/server';

/** What Fastify throws for a request that is not as the route says, and what it is called in a problem. */
const KNOWN: Readonly<Record<string, Refusal>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    code: 'PAYLOAD_TOO_LARGE',
    detail: 'the body is larger than this path takes; see /docs',
    retryable: false,
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    code: 'UNSUPPORTED_MEDIA_TYPE',
    detail: 'this path does not take that content-type; see /docs',
    retryable: false,
  },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    code: 'INVALID_ARGUMENT',
    detail: 'the body is not as long as content-length says',
    retryable: true,
  },
  FST_ERR_CTP_EMPTY_JSON_BODY: {
    code: 'INVALID_ARGUMENT',
    detail: 'the body is empty; send JSON',
    retryable: false,
  },
  FST_ERR_CTP_INVALID_JSON_BODY: {
    code: 'INVALID_ARGUMENT',
    detail: 'the body is no JSON',
    retryable: false,
  },
  FST_ERR_BAD_URL: { code: 'INVALID_ARGUMENT', detail: 'the path is not well encoded', retryable: false },
  FST_ERR_MAX_PARAM_LENGTH: { code: 'NOT_FOUND', detail: 'there is no such path', retryable: false },
};

interface Invalid {
  readonly instancePath: string;
  readonly keyword: string;
}

function isInvalid(value: unknown): value is Invalid {
  return typeof value === 'object' && value !== null && 'instancePath' in value && 'keyword' in value;
}

/** Names of members stand in a path as the caller wrote them: nothing but a plain name is repeated. */
const placeOf = (path: string): string => (/^(?:\/[A-Za-z0-9]{1,40})+$/.test(path) ? ` at ${path}` : '');

function refusalOfValidation(error: object): Refusal | null {
  if (!('validation' in error) || !Array.isArray(error.validation)) return null;
  const [first] = error.validation as readonly unknown[];
  const context = 'validationContext' in error ? String(error.validationContext) : 'request';
  const what = isInvalid(first) ? `${placeOf(first.instancePath)} (${first.keyword})` : '';
  return {
    code: 'INVALID_ARGUMENT',
    detail: `the ${context} is not as /docs says${what}`,
    retryable: false,
  };
}

/**
 * What a caller is told of a thrown error; `null` where the service itself is at fault, and no more than that is told.
 */
export function refusalOfError(error: unknown): Refusal | null {
  if (typeof error !== 'object' || error === null) return null;
  const invalid = refusalOfValidation(error);
  if (invalid !== null) return invalid;
  if (isHuotiError(error, 'BUSY') || isHuotiError(error, 'ABORTED'))
    return {
      code: 'UNAVAILABLE',
      detail: 'the service is busy or stopping; try again',
      retryable: true,
      retryAfterS: 1,
    };
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  const known = typeof code === 'string' ? KNOWN[code] : undefined;
  if (known !== undefined) return known;
  // secure-json-parse and the like: a client's mistake without a code of its own, for example `__proto__` in JSON.
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500)
    return { code: 'INVALID_ARGUMENT', detail: 'the request is not well formed', retryable: false };
  return null;
}
