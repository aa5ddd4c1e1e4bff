import {
  abortedError,
  createAbortSource,
  type AbortSignalLike,
  type Clock,
  type RandomSource,
} from '@huoti/core';
import { HuotiError, isHuotiError, REFUSAL_REASONS } from '@huoti/protocol';
import type { Prover } from '../proof/createProver.js';
import type { HttpAnswer, HttpRequest, HttpTransport } from '../transport/HttpTransport.js';
import { problemIn } from './refusalOf.js';
import {
  CALL_TIMEOUT_MS,
  FIRST_PAUSE_MS,
  LONGEST_PAUSE_MS,
  LONGEST_RETRY_AFTER_S,
  MAX_ANSWER_BYTES,
  MAX_ATTEMPTS,
  MAX_NONCE_ROUNDS,
  PART_TIMEOUT_MS,
  TRANSIENT_STATUSES,
} from './retryPolicy.js';

/** What requests are sent with. */
export interface Sender {
  readonly transport: HttpTransport;
  readonly prover: Prover;
  readonly clock: Clock;
  readonly random: RandomSource;
}

/** A request without what is added to each attempt. */
export type PlainRequest = Pick<HttpRequest, 'method' | 'url' | 'headers' | 'body'> & {
  /** The URL as the server knows it, for the proof. */
  readonly provenUrl: string;
};

const BAD_PROOF = 401;

/**
 * Sends until there is an answer that a repeat would not change: each attempt with a fresh proof and its own time-out, pauses
 * that grow, at most {@link MAX_ATTEMPTS} of them.
 *
 * @throws HuotiError NETWORK_FAILED (retryable) where none came; PROTOCOL_MALFORMED for one that is too long; ABORTED
 */
export async function sendWithRetries(
  sender: Sender,
  request: PlainRequest,
  signal: AbortSignalLike,
): Promise<HttpAnswer> {
  for (let attempt = 1; ; attempt++) {
    let lost: HuotiError | null = null;
    let askedS: number | null = null;
    try {
      const answer = await sendWithProof(sender, request, signal);
      if (!isTransient(answer)) return answer;
      askedS = retryAfterS(answer);
      if (attempt === MAX_ATTEMPTS || (askedS ?? 0) > LONGEST_RETRY_AFTER_S) return answer;
    } catch (error) {
      if (signal.aborted) throw abortedError(signal);
      if (!isHuotiError(error, 'NETWORK_FAILED') || attempt === MAX_ATTEMPTS) throw error;
      lost = error;
    }
    const pauseMs = Math.max(pauseBefore(attempt + 1, sender.random), (askedS ?? 0) * 1000);
    await sender.clock.sleep(pauseMs, { signal });
    if (lost !== null && signal.aborted) throw abortedError(signal);
  }
}

/** One attempt; where the server wants its newer nonce in the proof, again at once with that. */
async function sendWithProof(
  { transport, prover, clock }: Sender,
  { provenUrl, ...request }: PlainRequest,
  signal: AbortSignalLike,
): Promise<HttpAnswer> {
  for (let round = 0; ; round++) {
    const sent = prover.nonce;
    const headers = { ...request.headers, ...(await prover.headersFor(request.method, provenUrl)) };
    const limitMs = request.method === 'PUT' ? PART_TIMEOUT_MS : CALL_TIMEOUT_MS;
    const answer = await withinTime(clock, limitMs, signal, (inner) =>
      transport.send({ ...request, headers, maxBytes: MAX_ANSWER_BYTES, signal: inner }),
    );
    const nonce = answer.header('dpop-nonce');
    if (nonce !== null && /^[\x21-\x7e]{1,256}$/.test(nonce)) prover.learnNonce(nonce);
    if (answer.status !== BAD_PROOF || prover.nonce === sent || round === MAX_NONCE_ROUNDS) return answer;
  }
}

async function withinTime<T>(
  clock: Clock,
  limitMs: number,
  signal: AbortSignalLike,
  work: (signal: AbortSignalLike) => Promise<T>,
): Promise<T> {
  const attempt = createAbortSource(signal);
  const pause = createAbortSource(attempt.signal);
  let late = false;
  clock.sleep(limitMs, { signal: pause.signal }).then(
    () => {
      late = true;
      attempt.abort();
    },
    () => undefined,
  );
  let onAbort = (): void => undefined;
  // A transport that does not listen to the signal must not hold up whoever does.
  const aborted = new Promise<never>((_resolve, reject) => {
    onAbort = () => reject(abortedError(signal));
    if (attempt.signal.aborted) onAbort();
    else attempt.signal.addEventListener('abort', onAbort);
  });
  const working = work(attempt.signal);
  working.catch(() => undefined);
  try {
    return await Promise.race([working, aborted]);
  } catch (error) {
    if (!late || signal.aborted) throw error;
    throw new HuotiError('NETWORK_FAILED', `the server did not answer within ${limitMs / 1000} s`, {
      cause: error,
      retryable: true,
    });
  } finally {
    attempt.signal.removeEventListener('abort', onAbort);
    pause.abort();
    attempt.detach();
  }
}

function isTransient(answer: HttpAnswer): boolean {
  if (answer.status < 400) return false;
  const problem = problemIn(answer);
  if (problem === null) return TRANSIENT_STATUSES.includes(answer.status);
  // A refusal may well be worth another session later, missing parts be sent: the same request would get the same words.
  const ours =
    problem.code === 'EVIDENCE_INCOMPLETE' || REFUSAL_REASONS.some((reason) => reason === problem.code);
  return problem.retryable && !ours;
}

function retryAfterS(answer: HttpAnswer): number | null {
  const header = answer.header('retry-after');
  if (header !== null && /^\d{1,6}$/.test(header)) return Number(header);
  return problemIn(answer)?.retryAfterS ?? null;
}

/** Between half of the pause and all of it. */
function pauseBefore(attempt: number, random: RandomSource): number {
  const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 2));
  const share = random.fill(new Uint8Array(1))[0]! / 255;
  return longest * (0.5 + 0.5 * share);
}
