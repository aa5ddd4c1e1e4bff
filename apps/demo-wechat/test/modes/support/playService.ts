import { randomBytes } from 'node:crypto';
import { createPlan } from '@huoti/core';
import { createSeededRandom } from '@huoti/core/testing';
import type { AnsweredRequest } from '@huoti/wx-host';
import type { ConsentRequest, OutcomeRequest, SessionPolicy, SessionView } from '@huoti/protocol';

/** What the service is asked to be. */
export interface ServiceOptions {
  readonly level?: SessionPolicy['evidenceLevel'];
  /** A platform decides the session. */
  readonly platform?: NonNullable<SessionPolicy['platform']>;
  readonly refusedHosts?: SessionView['refusedHosts'];
  /** What it decides. @default completed */
  readonly decision?: NonNullable<SessionView['outcome']>;
  /** The platform's begin is refused with this problem. */
  readonly refusal?: { readonly code: string; readonly retryAfterS: number };
}

/** The liveness service for one session, with the calls that a mini-program makes. Proofs are asked for; what is in them the client's own tests hold. */
export interface Service {
  readonly baseUrl: string;
  readonly sessionId: string;
  readonly clientToken: string;
  /** What was called, in order: `session`, `consent`, `plan`... */
  readonly steps: string[];
  readonly consents: ConsentRequest[];
  readonly outcomes: OutcomeRequest[];
  answer(step: string, body: string, header: Readonly<Record<string, string>>): AnsweredRequest;
}

const COMPLETED = { status: 'completed', reason: null, gate: null, retryAfterS: null } as const;
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export function playService({
  level = 'none',
  platform,
  refusedHosts = [],
  decision = COMPLETED,
  refusal,
}: ServiceOptions): Service {
  const sessionId = randomBytes(16).toString('base64url');
  const steps: string[] = [];
  const consents: ConsentRequest[] = [];
  const outcomes: OutcomeRequest[] = [];
  const policy: SessionPolicy = {
    ...{ name: 'test', light: 'off', tripwires: 'report', evidenceLevel: level },
    ...(platform === undefined ? {} : { platform }),
  };
  const plan = createPlan({ random: createSeededRandom(3), actions: ['mouth-open'], policy });
  let state: SessionView['state'] = 'issued';
  let decided = decision;

  const ok = (data: object): AnsweredRequest => ({
    statusCode: 200,
    header: { 'dpop-nonce': 'nonce-1' },
    data,
  });
  const refuse = (statusCode: number, code: string, more: object = {}): AnsweredRequest => {
    const type = `urn:huoti:problem:${code.toLowerCase().replace(/_/g, '-')}`;
    const problem = { type, title: code, status: statusCode, detail: code, code, retryable: false };
    return { ...ok({ ...problem, ...more }), statusCode };
  };
  const view = (): AnsweredRequest =>
    ok({
      ...{ sessionId, state, policy, refusedHosts, expiresAtMs: 1, parts: [] },
      consented: consents.length > 0,
      legalGround: null,
      outcome: state === 'decided' ? decided : null,
    });

  const calls: Readonly<Record<string, (body: string) => AnsweredRequest>> = {
    session() {
      const seen = view();
      // Decided one look after it was completed.
      if (state === 'completed') state = 'decided';
      return seen;
    },
    consent(body) {
      consents.push(JSON.parse(body) as ConsentRequest);
      return ok({ receiptId: 'r'.repeat(22), recordedAtMs: 1 });
    },
    plan() {
      if (consents.length === 0) return refuse(403, 'CONSENT_REQUIRED');
      state = 'begun';
      const signed = `${part({ alg: 'ES256', typ: 'huoti-plan+jwt' })}.${part({ sid: sessionId, plan })}`;
      return ok({ plan: `${signed}.${'s'.repeat(86)}` });
    },
    outcome(body) {
      const told = JSON.parse(body) as OutcomeRequest;
      outcomes.push(told);
      // At level none the service signs what the mini-program says.
      decided = { ...decision, status: told.status };
      state = 'decided';
      return view();
    },
    platform() {
      if (consents.length === 0) return refuse(403, 'CONSENT_REQUIRED');
      if (refusal) return refuse(429, refusal.code, { retryAfterS: refusal.retryAfterS });
      state = 'begun';
      return ok({ verifyId: 'verify-1', expiresAtMs: 1 });
    },
    'platform/complete'() {
      state = 'completed';
      return view();
    },
  };

  return {
    baseUrl: 'https://liveness.test',
    sessionId,
    clientToken: randomBytes(32).toString('base64url'),
    steps,
    consents,
    outcomes,
    answer(step, body, header) {
      steps.push(step);
      if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(header['dpop'] ?? '')) return refuse(401, 'UNAUTHENTICATED');
      return calls[step]?.(body) ?? refuse(404, 'NOT_FOUND');
    },
  };
}
