import { createHash, createPublicKey, randomBytes, verify } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { chainNext, chainStart, createPlan } from '@huoti/core';
import {
  decodeTraceChunk,
  HuotiError,
  parseEvidenceManifest,
  type BeginRequest,
  type ConsentRequest,
  type LivenessPlan,
  type OutcomeRequest,
  type PlatformBeginRequest,
  type RevealRequest,
  type SessionPolicy,
  type SessionView,
} from '@huoti/protocol';
import { createSeededRandom } from '@huoti/core/testing';
import type { Fault, FakeServerOptions, SeenRequest } from './FakeServerOptions.js';
import type { HttpAnswer, HttpRequest, HttpTransport } from '../../src/index.js';

export type { Fault, FakeServerOptions, SeenRequest };

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
const thumbprint = ({ crv, kty, x, y }: { crv: string; kty: string; x: string; y: string }): string =>
  createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');

/**
 * A server behind the client's own transport: proofs, chain and parts are checked as the real one does, with Node's crypto.
 */
export class FakeServer implements HttpTransport {
  readonly baseUrl = 'https://proxy.test/liveness';
  /** Behind a proxy that takes the path's first part away. */
  readonly publicUrl = 'https://liveness.test';
  readonly sessionId = randomBytes(16).toString('base64url');
  readonly clientToken = randomBytes(32).toString('base64url');
  readonly seen: SeenRequest[] = [];
  readonly consents: ConsentRequest[] = [];
  readonly outcomes: OutcomeRequest[] = [];
  readonly begins: BeginRequest[] = [];
  readonly platformBegins: PlatformBeginRequest[] = [];
  readonly parts = new Map<string, Uint8Array>();
  readonly reveals: RevealRequest[] = [];
  /** Accepted submissions: never more than one. */
  completions = 0;
  planJws: string | null = null;
  /** Requests that are not answered yet. */
  pending = 0;
  state: SessionView['state'] = 'issued';
  private evidenceHash: string | null = null;
  private requested: { chunk: number; index: number }[] = [];
  private nonce = 'nonce-1';
  private key: string | null = null;
  private readonly proofs = new Set<string>();
  private readonly plan: LivenessPlan;
  private looks = 0;

  constructor(private readonly options: FakeServerOptions) {
    const { level, actions = ['mouth-open'], light = 'off', tripwires = 'report', platform } = options;
    const policy: SessionPolicy = { name: 'test', light, tripwires, evidenceLevel: level };
    const plan = createPlan({ random: createSeededRandom(3), actions, policy });
    this.plan = platform === undefined ? plan : { ...plan, policy: { ...policy, platform } };
  }

  /** The server's nonces change: proofs with the old one are refused once. */
  turnNonce(): void {
    this.nonce = `nonce-${randomBytes(4).toString('hex')}`;
  }

  countOf(step: string): number {
    return this.seen.filter((one) => one.step === step).length;
  }

  async send(request: HttpRequest): Promise<HttpAnswer> {
    const step = this.stepOf(request);
    const count = this.countOf(step) + 1;
    this.pending += 1;
    try {
      if (request.signal.aborted) throw new HuotiError('ABORTED', 'aborted');
      // Answers come a turn later, as from a network.
      await new Promise((resolve) => setImmediate(resolve));
      const fault = this.options.fault?.({ step, count }) ?? null;
      if (fault === 'drop') {
        this.seen.push({ step, count });
        throw new HuotiError('NETWORK_FAILED', 'dropped by the test', { retryable: true });
      }
      if (fault !== null && typeof fault === 'object') {
        this.seen.push({ step, count });
        return this.answer(fault.status, fault.body ?? '', fault.headers);
      }
      const answer = this.handle(request, step, count);
      // One that only asks for a newer nonce was no answer to the request.
      if (this.countOf(step) < count) return answer;
      if (fault === 'lose') throw new HuotiError('NETWORK_FAILED', 'lost by the test', { retryable: true });
      if (fault === 'hang') await this.never(request);
      return answer;
    } finally {
      this.pending -= 1;
    }
  }

  /** What a verifier would find wrong with what was sent: nothing, where the evidence is whole and bound to its reveals. */
  faultsOfEvidence(): string[] {
    const faults: string[] = [];
    const text = new TextDecoder().decode(this.parts.get('manifest') ?? new Uint8Array());
    const manifest = parseEvidenceManifest(text);
    if (manifest.plan !== this.planJws) faults.push('another plan');
    let head = chainStart(this.planJws ?? '');
    const pictures: string[][] = [];
    manifest.chunks.forEach((chunk, index) => {
      const bytes = gunzipSync(this.parts.get(`chunk-${index}`) ?? new Uint8Array());
      head = chainNext(head, bytes);
      const committed = this.reveals[index];
      const hex = Buffer.from(head).toString('hex');
      if (committed?.head !== hex || manifest.chain[index + 1] !== hex) faults.push(`head ${index}`);
      const decoded = decodeTraceChunk(bytes);
      if (decoded.frames.length !== committed?.frames || bytes.length !== chunk.bytes)
        faults.push(`count ${index}`);
      pictures.push(decoded.pictures.map((picture) => Buffer.from(picture.sha256).toString('hex')));
    });
    for (const { chunk, index } of this.requested) {
      const bytes = this.parts.get(`picture-${chunk}-${index}`);
      if (bytes === undefined || sha256(bytes) !== pictures[chunk]?.[index])
        faults.push(`picture ${chunk}/${index}`);
    }
    return faults;
  }

  private stepOf({ url, body }: HttpRequest): string {
    const path = url.slice(`${this.baseUrl}/v1/sessions/${this.sessionId}`.length + 1);
    if (path === '') return 'session';
    return path === 'steps' ? `steps-${(this.json(body) as RevealRequest).index}` : path;
  }

  private json(body: Uint8Array | null): unknown {
    return JSON.parse(new TextDecoder().decode(body ?? new Uint8Array()));
  }

  private handle(request: HttpRequest, step: string, count: number): HttpAnswer {
    const problem = this.checkProof(request);
    // A proof that wants a newer nonce is no request yet.
    if (problem !== null) return problem;
    this.seen.push({ step, count });
    if (step === 'session') return this.view(step);
    if (step === 'consent') {
      this.consents.push(this.json(request.body) as ConsentRequest);
      return this.ok(step, { receiptId: 'r'.repeat(22), recordedAtMs: 1 });
    }
    if (step === 'plan') {
      this.begins.push(this.json(request.body) as BeginRequest);
      return this.begin(step);
    }
    if (step.startsWith('steps-')) return this.reveal(step, this.json(request.body) as RevealRequest);
    if (step.startsWith('evidence/')) return this.put(step, request);
    if (step === 'complete') return this.complete(step, this.json(request.body) as { evidenceHash: string });
    if (step === 'platform') {
      if (this.isUnconsented()) return this.refuse(403, 'CONSENT_REQUIRED');
      this.platformBegins.push(this.json(request.body) as PlatformBeginRequest);
      if (this.state === 'issued') this.state = 'begun';
      return this.ok(step, { verifyId: 'verify-1', expiresAtMs: 1 });
    }
    if (step === 'platform/complete') {
      if (this.state === 'begun') this.state = 'completed';
      return this.view(step);
    }
    if (step === 'outcome') {
      this.outcomes.push(this.json(request.body) as OutcomeRequest);
      this.state = 'decided';
      return this.view(step);
    }
    return this.refuse(404, 'NOT_FOUND');
  }

  private checkProof({ method, url, headers }: HttpRequest): HttpAnswer | null {
    const [head = '', payload = '', signature = ''] = (headers.dpop ?? '').split('.');
    const { typ, alg, jwk } = JSON.parse(Buffer.from(head, 'base64url').toString()) as {
      typ: string;
      alg: string;
      jwk: { crv: string; kty: string; x: string; y: string };
    };
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
    const key = createPublicKey({ key: { ...jwk }, format: 'jwk' });
    const signed = verify(
      'sha256',
      Buffer.from(`${head}.${payload}`),
      { key, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    );
    const ath = createHash('sha256').update(this.clientToken).digest('base64url');
    const fits =
      signed &&
      typ === 'dpop+jwt' &&
      alg === 'ES256' &&
      claims.htm === method &&
      claims.htu === url.replace(this.baseUrl, this.publicUrl) &&
      claims.ath === ath &&
      typeof claims.iat === 'number' &&
      headers.authorization === `DPoP ${this.clientToken}`;
    if (claims.nonce !== this.nonce) {
      return this.answer(401, '', { 'www-authenticate': 'DPoP error="use_dpop_nonce"' });
    }
    const print = thumbprint(jwk);
    this.key ??= print;
    if (!fits || this.key !== print || this.proofs.has(String(claims.jti))) {
      return this.refuse(401, 'UNAUTHENTICATED');
    }
    this.proofs.add(String(claims.jti));
    return null;
  }

  private isUnconsented(): boolean {
    return this.consents.length === 0 && (this.options.legalGround ?? null) === null;
  }

  private begin(step: string): HttpAnswer {
    if (this.isUnconsented()) return this.refuse(403, 'CONSENT_REQUIRED');
    this.state = 'begun';
    const { steps, ...head } = this.plan;
    const plan = this.options.level === 'none' ? this.plan : { ...head, stepCount: steps.length, steps: [] };
    const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    this.planJws ??= `${part({ alg: 'ES256', typ: 'huoti-plan+jwt' })}.${part({ sid: this.sessionId, plan })}.${'s'.repeat(86)}`;
    return this.ok(step, { plan: this.planJws });
  }

  private reveal(step: string, request: RevealRequest): HttpAnswer {
    const known = this.reveals[request.index];
    if (known === undefined && request.index !== this.reveals.length) return this.refuse(409, 'CONFLICT');
    if (known !== undefined && known.head !== request.head) return this.refuse(409, 'EVIDENCE_INCONSISTENT');
    if (known === undefined) this.reveals.push(request);
    const next = this.plan.steps[request.index];
    if (next !== undefined) return this.ok(step, { kind: 'step', index: request.index, step: next });
    this.requested =
      this.options.level === 'frames'
        ? this.reveals.flatMap(({ pictures }, chunk) =>
            Array.from({ length: Math.min(pictures, 3) }, (_, index) => ({ chunk, index })),
          )
        : [];
    return this.ok(step, { kind: 'pictures', pictures: this.requested });
  }

  private put(step: string, { body, headers }: HttpRequest): HttpAnswer {
    // The sender may take its buffers back.
    const bytes = Uint8Array.from(body ?? []);
    const digest = `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`;
    if (headers['content-digest'] !== digest) return this.refuse(400, 'PROTOCOL_MALFORMED');
    const part = step.slice('evidence/'.length);
    this.parts.set(part, bytes);
    return this.ok(step, { part, bytes: bytes.length, sha256: sha256(bytes) });
  }

  private complete(step: string, { evidenceHash }: { evidenceHash: string }): HttpAnswer {
    if (this.evidenceHash !== null && this.evidenceHash !== evidenceHash)
      return this.refuse(409, 'SESSION_USED');
    const manifest = this.parts.get('manifest');
    const missing = [
      ...(manifest === undefined ? ['manifest'] : []),
      ...this.reveals.map((_, index) => `chunk-${index}`),
      ...this.requested.map(({ chunk, index }) => `picture-${chunk}-${index}`),
    ].filter((name) => !this.parts.has(name));
    if (missing.length > 0) return this.refuse(409, 'EVIDENCE_INCOMPLETE', { retryable: true, missing });
    if (this.evidenceHash === null) this.completions += 1;
    this.evidenceHash = evidenceHash;
    if (this.state === 'begun') this.state = 'completed';
    return this.view(step);
  }

  private view(step: string): HttpAnswer {
    if (this.state === 'completed' && step === 'session') {
      this.looks += 1;
      if (this.looks >= (this.options.decideAfter ?? 2)) this.state = 'decided';
    }
    const decision = this.options.decision ?? {
      status: 'completed',
      reason: null,
      gate: null,
      retryAfterS: null,
    };
    return this.ok(step, {
      sessionId: this.sessionId,
      state: this.state,
      policy: this.plan.policy,
      expiresAtMs: 1,
      consented: this.consents.length > 0,
      legalGround: this.options.legalGround ?? null,
      refusedHosts: this.options.refusedHosts ?? [],
      parts: Array.from(this.parts, ([part, bytes]) => ({
        part,
        bytes: bytes.length,
        sha256: sha256(bytes),
      })),
      outcome: this.state === 'decided' ? decision : null,
    });
  }

  private ok(step: string, body: unknown): HttpAnswer {
    const changed = this.options.answerAs?.(step, body) ?? body;
    return this.answer(200, typeof changed === 'string' ? changed : JSON.stringify(changed));
  }

  private refuse(status: number, code: string, more: Readonly<Record<string, unknown>> = {}): HttpAnswer {
    const type = `urn:huoti:problem:${code.toLowerCase().replace(/_/g, '-')}`;
    const body = {
      type,
      title: code,
      status,
      detail: `the fake server says ${code}`,
      code,
      retryable: false,
    };
    return this.answer(status, JSON.stringify({ ...body, ...more }));
  }

  private answer(status: number, body: string, headers: Readonly<Record<string, string>> = {}): HttpAnswer {
    const all: Record<string, string> = { 'dpop-nonce': this.nonce, ...headers };
    return {
      status,
      header: (name) => all[name.toLowerCase()] ?? null,
      body: new TextEncoder().encode(body),
    };
  }

  private never({ signal }: HttpRequest): Promise<never> {
    return new Promise((_resolve, reject) => {
      const leave = (): void => reject(new HuotiError('ABORTED', 'aborted'));
      if (signal.aborted) leave();
      else signal.addEventListener('abort', leave);
    });
  }
}
