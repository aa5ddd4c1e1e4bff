import { createHash, randomBytes } from 'node:crypto';
import type { FaceObservation } from '@huoti/core';
import type { WantedPicture } from '@huoti/core/testing';
import { createEvidenceJudge, judgeSession, type Judge } from '@huoti/server';
import { createPictureFakes, FAKE_SKIN, type PictureFakes } from '@huoti/server/testing';
import { ENGINE_VERSION } from '../../../src/app/engineVersion.js';
import { conductSession, type ConductOptions, type SessionCall } from '../../support/conductSession.js';
import { createProofs, type ProofChanges, type Proofs } from '../../support/createProofs.js';
import { openTestApp, PUBLIC_URL, type TestApp } from '../../support/openTestApp.js';

/** An answer as it came. */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Whoever holds a client token, honest or not. */
export interface AttackedClient {
  readonly sessionId: string;
  readonly token: string;
  readonly proofs: Proofs;
  /** Sends with a good proof and gives back whatever comes. */
  send(method: 'GET' | 'POST' | 'PUT', path: string, body?: object, changes?: ProofChanges): Promise<Answer>;
}

/** What a verdict says, and the check that decided it. */
export interface Verdict {
  readonly claims: Readonly<Record<string, unknown>>;
  readonly failed: string | null;
}

/** A service on a port of this machine, with a judge beside it. */
export interface Attacked {
  readonly service: TestApp;
  readonly url: string;
  readonly key: string;
  readonly fakes: PictureFakes;
  /** A session and a client with a key of its own. */
  open(request: Readonly<Record<string, unknown>>): Promise<AttackedClient>;
  /** Judges a completed session, and reads the signed result over HTTP. */
  decide(sessionId: string, judge?: Judge): Promise<Verdict>;
  /** Takes a session through; what is left out is honest. */
  conduct(client: AttackedClient, options?: Partial<ConductOptions> & { tamper?: Tamper }): Promise<void>;
  /** A picture of a person as the camera asks for it. */
  pictureOf(person: string): (wanted: WantedPicture) => Uint8Array;
  /** All points of the face that the camera saw last. */
  lastSeen(): FaceObservation | null;
  close(): Promise<void>;
}

/** Changes a body before it is sent. A manifest that was changed is completed with its own hash. */
export type Tamper = (path: string, body: object | undefined) => object | undefined;

/** One file for each sight: a person who is played again, up to the next step, is photographed once. */
function steadily(pictures: (wanted: WantedPicture) => Uint8Array): (wanted: WantedPicture) => Uint8Array {
  const files = new Map<string, Uint8Array>();
  return (wanted) => {
    // What comes after the last known step is played otherwise once the next one is known: the time alone tells nothing.
    const sight = `${wanted.timestampMs} ${sha256Hex(Buffer.from(Float64Array.from(wanted.face.landmarks).buffer))}`;
    const file = files.get(sight) ?? pictures(wanted);
    files.set(sight, file);
    return file;
  };
}

const honestly: Tamper = (_path, body) => body;
const sha256Hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The rejection of a step that was not taken. */
export class StepRefused extends Error {
  constructor(
    readonly path: string,
    readonly status: number,
    readonly code: string,
  ) {
    super(`${path}: ${status} ${code}`);
  }
}

/** Opens the service in memory, on a free port, with its own clock, which only `conduct` moves. */
export async function openAttacked(): Promise<Attacked> {
  const service = await openTestApp({
    server: { attempts: { perHour: 5, perDay: 15 }, unnamedAttempts: { perHour: 1e6, perDay: 1e6 } },
    settings: { limits: { perAddressPerMinute: 1e6, perKeyPerMinute: 1e6, perSessionPerMinute: 1e6 } },
  });
  const { context } = service;
  const url = await service.app.listen({ host: '127.0.0.1', port: 0 });
  const key = await service.key('bank');
  const fakes = createPictureFakes();
  const honest = createEvidenceJudge({ ...fakes, engineVersions: [ENGINE_VERSION] });

  const open: Attacked['open'] = async (request) => {
    const answer = await fetch(`${url}/v1/sessions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
    if (answer.status !== 201) throw new Error(`no session: ${await answer.text()}`);
    const { sessionId, clientToken: token } = (await answer.json()) as {
      sessionId: string;
      clientToken: string;
    };
    const proofs = createProofs();
    let nonce: string | undefined;
    const send: AttackedClient['send'] = async (method, path, body, changes) => {
      const target = `/v1/sessions/${sessionId}${path}`;
      const isBytes = body instanceof Uint8Array;
      const digest = isBytes ? createHash('sha256').update(body).digest('base64') : '';
      const once = (): Promise<Response> =>
        fetch(url + target, {
          method,
          headers: {
            authorization: `DPoP ${token}`,
            dpop: proofs.make(
              { method, url: PUBLIC_URL + target, token, ...(nonce === undefined ? {} : { nonce }) },
              changes,
            ),
            ...(isBytes
              ? { 'content-type': 'application/octet-stream', 'content-digest': `sha-256=:${digest}:` }
              : { 'content-type': 'application/json' }),
          },
          ...(body === undefined ? {} : { body: isBytes ? Uint8Array.from(body) : JSON.stringify(body) }),
        });
      let sent = await once();
      if (sent.status === 401 && (sent.headers.get('www-authenticate') ?? '').includes('use_dpop_nonce')) {
        nonce = sent.headers.get('dpop-nonce') ?? undefined;
        await sent.arrayBuffer();
        sent = await once();
      }
      nonce = sent.headers.get('dpop-nonce') ?? nonce;
      return { status: sent.status, body: (await sent.json()) as Answer['body'] };
    };
    return { sessionId, token, proofs, send };
  };

  // A trace holds some of a face's points; whoever looks at a picture sees them all.
  let seen: FaceObservation | null = null;
  const pictureOf: Attacked['pictureOf'] =
    (person) =>
    ({ widthPx, heightPx }) =>
      fakes.save({ person, widthPx, heightPx, face: seen, colour: FAKE_SKIN });

  return {
    service,
    url,
    key,
    fakes,
    open,
    pictureOf,
    async decide(sessionId, judge = honest) {
      const judged = await judgeSession(context, { sessionId, judge });
      if (!judged.ok) throw new Error(judged.refusal.code);
      const answer = await fetch(`${url}/v1/sessions/${sessionId}/result`, {
        headers: { authorization: `Bearer ${key}` },
      });
      if (answer.status !== 200) throw new Error(`no result: ${answer.status}`);
      const verified = await context.signer.verify('huoti-result+jwt', await answer.text());
      if (!verified.ok) throw new Error('the result is not signed by the service');
      const checks = context.store.tables.verdicts.get(sessionId)?.checks ?? [];
      return {
        claims: verified.claims,
        failed: checks.find(({ pass }) => !pass)?.name ?? null,
      };
    },
    async conduct({ sessionId, send }, { tamper = honestly, ...options } = {}) {
      let hash: string | null = null;
      const call: SessionCall = async (method, path, body) => {
        let changed = tamper(path, body);
        if (path === '/evidence/manifest' && changed instanceof Uint8Array) hash = sha256Hex(changed);
        if (path === '/complete' && hash !== null) changed = { evidenceHash: hash };
        const answer = await send(method, path, changed);
        if (answer.status >= 300) throw new StepRefused(path, answer.status, String(answer.body['code']));
        return answer.body;
      };
      let passedMs = 0;
      const pace = (ms: number): Promise<void> => {
        context.time.advanceBy(Math.max(0, Math.round(ms) - passedMs));
        passedMs = Math.max(passedMs, Math.round(ms));
        return Promise.resolve();
      };
      const level =
        context.store.tables.sessions.get(sessionId)?.policy.evidenceLevel === 'frames' ? 'frames' : 'trace';
      const { pictures = level === 'frames' ? pictureOf('anna') : undefined, ...rest } = options;
      await conductSession({
        sessionId,
        level,
        call,
        pace,
        observe: (atMs, subject) => {
          seen = subject.observe(atMs);
          return [seen];
        },
        ...(pictures === undefined ? {} : { pictures: steadily(pictures) }),
        ...rest,
      });
    },
    lastSeen: () => seen,
    close: () => service.app.close(),
  };
}

/** A subject of its own for each session, so that one attack does not use up the tries of the next. */
export const someone = (): string => `person-${randomBytes(6).toString('hex')}`;
