import { HuotiError, isHuotiError, type AgeBand, type ResultClaims } from '@huoti/protocol';

/** What the demo's backend hands to the page: never more than a page may know. */
export interface IssuedSession {
  readonly sessionId: string;
  readonly clientToken: string;
  /** What the service behind this address calls itself. */
  readonly publicUrl: string;
}

/** One check of the evidence, as the service found it. */
export interface CheckReading {
  readonly name: string;
  readonly pass: boolean;
  readonly got: string;
  readonly expected: string;
}

/** What the backend fetched and verified. */
export type Verdict = ResultClaims & { readonly checks?: readonly CheckReading[] };

interface Refused {
  readonly code?: string;
  readonly detail?: string;
}

/** A page that is served without a service answers with its own 404. */
const withoutService = (status: number): HuotiError =>
  new HuotiError('NETWORK_FAILED', `the demo's backend answered with ${status}: start it with npm start`, {
    retryable: true,
  });

async function call(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { cache: 'no-store', ...init });
  } catch (error) {
    if (isHuotiError(error)) throw error;
    throw new HuotiError('NETWORK_FAILED', 'the demo could not be reached', {
      cause: error,
      retryable: true,
    });
  }
}

/**
 * Asks the backend for a session.
 *
 * @throws HuotiError NETWORK_FAILED (retryable)
 */
export async function askForSession(
  wish: { policy: string; referenceId?: string; ageBand?: AgeBand },
  signal: AbortSignal,
): Promise<IssuedSession> {
  const headers = { 'content-type': 'application/json' };
  const answer = await call('./demo/sessions', {
    method: 'POST',
    headers,
    body: JSON.stringify(wish),
    signal,
  });
  if (answer.status !== 201) throw withoutService(answer.status);
  return (await answer.json()) as IssuedSession;
}

/** What the backend knows of a session's verdict; `null` while there is none. */
export async function askForVerdict(sessionId: string, signal: AbortSignal): Promise<Verdict | null> {
  const answer = await call(`./demo/sessions/${sessionId}/result`, { signal });
  if (answer.status === 202) return null;
  if (!answer.ok) throw withoutService(answer.status);
  return (await answer.json()) as Verdict;
}

/** Enrols a face; gives what the service has against the picture, or `null` where it took it. */
export async function enrol(referenceId: string, picture: Blob): Promise<string | null> {
  const answer = await call(`./demo/references/${referenceId}`, {
    method: 'PUT',
    headers: { 'content-type': picture.type || 'image/jpeg' },
    body: picture,
  });
  if (answer.ok) return null;
  const { code, detail } = (await answer.json()) as Refused;
  return detail ?? code ?? String(answer.status);
}

/** Deletes an enrolled face for good. */
export async function forget(referenceId: string): Promise<void> {
  await call(`./demo/references/${referenceId}`, { method: 'DELETE' });
}
