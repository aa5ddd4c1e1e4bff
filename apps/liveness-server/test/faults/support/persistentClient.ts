import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import sharp from 'sharp';
import { conductSession, type SessionCall } from '../../support/conductSession.js';
import { createProofs } from '../../support/createProofs.js';

/** Told of each request by the name of its step, before it is sent; what it gives back runs beside the first try. */
export type StepHook = (step: string) => Promise<(() => Promise<void>) | void>;

/** What {@link goThroughSession} takes. */
export interface PersistentOptions {
  readonly url: string;
  readonly apiKey: string;
  readonly level?: 'trace' | 'frames';
  readonly subject: string;
  readonly onStep?: StepHook;
}

/** How a session went for its client. */
export interface SessionEnd {
  readonly sessionId: string;
  /** The code that a step was refused with, for good; `null` where `complete` was accepted. */
  readonly refusal: string | null;
}

/** How long one request is tried again: a process that was killed is up again long before, ms. */
const PATIENCE_MS = 180_000;
const TRY_LIMIT_MS = 20_000;
const PAUSE_MS = 150;

/** A refusal that another try would not change. */
class Refused extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

interface Sent {
  readonly method: string;
  readonly target: string;
  readonly headers: () => Readonly<Record<string, string>>;
  readonly body?: BodyInit;
  readonly onAnswer?: (answer: Response) => boolean;
}

/** Sends one request until it has an answer that is final, as a client on a bad network does. */
async function persist(
  { method, target, headers, body, onAnswer }: Sent,
  beside?: () => Promise<void>,
): Promise<Response> {
  const untilMs = performance.now() + PATIENCE_MS;
  let last = 'nothing';
  let alongside: Promise<void> | null = null;
  while (performance.now() < untilMs) {
    try {
      const signal = AbortSignal.timeout(TRY_LIMIT_MS);
      const sending = fetch(target, {
        method,
        headers: headers(),
        signal,
        ...(body === undefined ? {} : { body }),
      });
      alongside ??= beside?.() ?? Promise.resolve();
      const answer = await sending;
      if (onAnswer?.(answer) === true) continue;
      // Read before it is believed: an answer that breaks off is none.
      const text = await answer.text();
      if (answer.ok) {
        await alongside;
        return new Response(text, { status: answer.status });
      }
      const problem = JSON.parse(text) as { code: string; retryable: boolean };
      if (!problem.retryable) throw new Refused(problem.code);
      last = problem.code;
    } catch (error) {
      if (error instanceof Refused) {
        await alongside;
        throw error;
      }
      last = error instanceof Error ? error.message : 'unknown';
    }
    await wait(PAUSE_MS);
  }
  throw new Error(`${method} ${target}: no answer in ${PATIENCE_MS} ms, the last was ${last}`);
}

const stepOf = (path: string, body: unknown): string => {
  const index = path === '/steps' ? `-${(body as { index: number }).index}` : '';
  return path.replace(/^\/(evidence\/)?/, '') + index;
};

/** A wall of the size of any crop: a JPEG, and nobody in it. */
const wallOf = (): Promise<Buffer> =>
  sharp({ create: { width: 240, height: 320, channels: 3, background: '#b0a090' } })
    .jpeg()
    .toBuffer();

/**
 * One synthetic person's whole session over HTTP, at the pace of a person, by a client that tries again until it is answered.
 * The names of its steps: create, consent, plan, steps-<n>, chunk-<n>, picture-<n>-<n>, manifest, complete, and end once all was
 * accepted.
 */
export async function goThroughSession({
  url,
  apiKey,
  level = 'trace',
  subject,
  onStep = () => Promise.resolve(),
}: PersistentOptions): Promise<SessionEnd> {
  const beside = await onStep('create');
  const made = await persist(
    {
      method: 'POST',
      target: `${url}/v1/sessions`,
      headers: () => ({ authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' }),
      body: JSON.stringify({ policy: level === 'trace' ? 'trace' : 'default', subject }),
    },
    beside ?? undefined,
  );
  const { sessionId, clientToken } = (await made.json()) as { sessionId: string; clientToken: string };
  const proofs = createProofs();
  let nonce: string | undefined;
  const call: SessionCall = async (method, path, body) => {
    const target = `${url}/v1/sessions/${sessionId}${path}`;
    const isBytes = body instanceof Uint8Array;
    const digest = isBytes ? createHash('sha256').update(body).digest('base64') : '';
    const alongside = await onStep(stepOf(path, body));
    const answer = await persist(
      {
        method,
        target,
        headers: () => ({
          authorization: `DPoP ${clientToken}`,
          dpop: proofs.make({
            method,
            url: target,
            token: clientToken,
            ...(nonce === undefined ? {} : { nonce }),
          }),
          ...(isBytes
            ? { 'content-type': 'application/octet-stream', 'content-digest': `sha-256=:${digest}:` }
            : { 'content-type': 'application/json' }),
        }),
        ...(body === undefined ? {} : { body: isBytes ? Uint8Array.from(body) : JSON.stringify(body) }),
        onAnswer: ({ status, headers }) => {
          const fresh = headers.get('dpop-nonce') ?? undefined;
          const isStale = status === 401 && fresh !== undefined && fresh !== nonce;
          nonce = fresh ?? nonce;
          return isStale;
        },
      },
      alongside ?? undefined,
    );
    return (await answer.json()) as Record<string, unknown>;
  };
  let beganMs: number | null = null;
  const pace = async (ms: number): Promise<void> => {
    beganMs ??= performance.now();
    await wait(Math.max(0, beganMs + ms - performance.now()));
  };
  try {
    const wall = await wallOf();
    await conductSession({
      sessionId,
      level,
      call,
      pace,
      ...(level === 'frames' ? { pictures: () => wall } : {}),
    });
    await onStep('end');
    return { sessionId, refusal: null };
  } catch (error) {
    if (error instanceof Refused) return { sessionId, refusal: error.code };
    throw error;
  }
}

/** A session that ran out while nobody was there to answer is begun anew, as a person would, so often. */
const SESSIONS = 4;

/** One person's sessions, the last of which was accepted. A machine that is too busy for one may have time for the next. */
export async function goUntilAccepted({ subject, ...options }: PersistentOptions): Promise<SessionEnd[]> {
  const ends: SessionEnd[] = [];
  while (ends.length < SESSIONS) {
    const end = await goThroughSession({ ...options, subject: `${subject}-${ends.length}` });
    ends.push(end);
    if (end.refusal === null) return ends;
    if (end.refusal !== 'SESSION_EXPIRED') throw new Error(`refused: ${end.refusal}`);
  }
  throw new Error(`no session was accepted in ${SESSIONS} tries`);
}

/** Asks for a signed result until there is one. */
export async function fetchResult(
  { url, apiKey }: { url: string; apiKey: string },
  sessionId: string,
): Promise<string> {
  for (;;) {
    const answer = await persist({
      method: 'GET',
      target: `${url}/v1/sessions/${sessionId}/result`,
      headers: () => ({ authorization: `Bearer ${apiKey}` }),
    });
    if (answer.status === 200) return answer.text();
    await wait(PAUSE_MS);
  }
}
