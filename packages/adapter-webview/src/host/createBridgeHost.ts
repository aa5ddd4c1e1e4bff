import { createAbortSource, type AbortSource } from '@huoti/core';
import { HuotiError } from '@huoti/protocol';
import {
  BRIDGE_VERSION,
  BRIDGE_VERSIONS,
  chooseBridgeVersion,
  MAX_BRIDGE_CONTROL_BYTES,
  MAX_BRIDGE_FRAME_BYTES,
  readBridgeMessage,
  type BridgeErrorCode,
  type BridgeMessage,
  type BridgePayload,
  type BridgeReading,
  type SessionGrant,
  type Welcome,
} from '@huoti/protocol/bridge';
import { bridgeErrorOf } from '../link/bridgeErrorOf.js';
import type { BridgeDraft } from '../link/createBridgePort.js';
import { createRecent } from '../link/createRecent.js';
import { randomHex } from '../link/randomHex.js';
import { tell } from '../link/tell.js';
import type { BridgeHost, BridgeHostOptions, PageGoneReason } from './BridgeHost.js';
import type { BridgeSender } from './BridgeHostTransport.js';
import { judgeSender, requireBridgeTrust } from './BridgeTrust.js';
import { buildWelcome } from './buildWelcome.js';
import { createCameraDesk } from './createCameraDesk.js';
import { createHostedPage, type HostedPage } from './createHostedPage.js';
import { createHostSender } from './createHostSender.js';
import { createResultBook } from './createResultBook.js';
import { hostCapabilities } from './hostCapabilities.js';

const LIMITS = { controlBytes: MAX_BRIDGE_CONTROL_BYTES, frameBytes: MAX_BRIDGE_FRAME_BYTES };
/** Loads of a page whose late messages begin nothing. */
const REMEMBERED_SESSIONS = 64;

interface Visit {
  readonly page: HostedPage;
  readonly nonce: string;
  readonly grant: Promise<SessionGrant | null>;
  readonly grantAbort: AbortSource;
  readonly interrupted: Welcome['interrupted'];
}

/**
 * An app's end of the bridge, in TypeScript: for React Native, Capacitor, a page around the page, and tests. Apps in other
 * languages do the same by the written protocol.
 *
 * @throws HuotiError INVALID_ARGUMENT for a rule of trust that is none
 * @example
 * const host = createBridgeHost({
 *   transport, clock, random, camera, app: { id: 'example.bank' }, platform: 'android',
 *   trust: { kind: 'origins', origins: ['https://bank.example'] },
 *   onResult: ({ sessionId }) => askBackend(sessionId),
 * });
 */
export function createBridgeHost(options: BridgeHostOptions): BridgeHost {
  const { transport, clock, random, app, platform, trust, limits = LIMITS } = options;
  requireBridgeTrust(trust);
  const refused = Object.create(null) as Record<string, number>;
  const results = createResultBook();
  const sender = createHostSender(transport, clock);
  const capabilities = hostCapabilities({
    camera: options.camera ?? null,
    device: options.device ?? {},
    pageCamera: options.pageCamera ?? false,
    binary: transport.sendBytes !== undefined,
  });
  const over = createRecent<string>(REMEMBERED_SESSIONS);
  let visit: Visit | null = null;
  let lastGone: Welcome['interrupted'];
  let closed = false;

  const count = (reason: string): void => {
    refused[reason] = (refused[reason] ?? 0) + 1;
  };
  /** To a page; one that is gone is noticed by the app, not by a message to it. */
  const say = (draft: BridgeDraft): void => {
    if (!visit) return;
    const { session, version } = visit.page;
    tell(() => sender.send(session, version, draft));
  };
  const cameraDesk =
    options.camera === undefined
      ? null
      : createCameraDesk({
          camera: options.camera,
          clock,
          maxPictureBytes: sender.maxPictureBytes,
          tellState: (payload) => say({ kind: 'event', name: 'camera.state', payload }),
          sendFrame(sent) {
            if (visit) sender.sendFrame(visit.page.session, visit.page.version, sent);
          },
        });

  const endVisit = async (reason: PageGoneReason): Promise<void> => {
    if (!visit) return;
    const { page, grantAbort } = visit;
    visit = null;
    over.add(page.session);
    if (page.unfinished && (reason === 'page_reloaded' || reason === 'process_gone'))
      lastGone = { ...page.unfinished, error: { code: reason, retryable: true } };
    grantAbort.abort();
    const ending = page.end(
      new HuotiError('BRIDGE_UNAVAILABLE', `the page is gone (${reason}): open it again`, {
        retryable: true,
      }),
    );
    tell(() => options.onPageGone?.(reason));
    await ending;
  };

  const begin = (session: string, version: string, hello: BridgePayload<'hello'>): Visit => {
    sender.agree({
      controlBytes: Math.min(limits.controlBytes, hello.limits.controlBytes),
      frameBytes: Math.min(limits.frameBytes, hello.limits.frameBytes),
    });
    const grantAbort = createAbortSource();
    const { signal } = grantAbort;
    const interrupted = lastGone;
    lastGone = undefined;
    return {
      page: createHostedPage({
        session,
        version,
        host: options,
        capabilities,
        sender,
        cameraDesk,
        results,
        count,
      }),
      nonce: randomHex(random),
      grantAbort,
      // In a promise's hands: an app's function may also throw.
      grant: Promise.resolve().then(() => options.grant?.({ signal }) ?? null),
      interrupted,
    };
  };

  const refuseTo = (
    to: { id: number; name: string; session: string },
    code: BridgeErrorCode,
    why: string,
  ): void => {
    const error = { code, retryable: false, message: why.slice(0, 300) };
    const draft = { kind: 'reply', name: to.name, replyTo: to.id, error } as BridgeDraft;
    tell(() => sender.send(to.session, visit?.page.version ?? BRIDGE_VERSION, draft));
  };

  const welcome = async (message: BridgeMessage & { name: 'hello'; kind: 'request' }): Promise<void> => {
    const { session, id, payload: hello } = message;
    const heardAtMs = clock.nowMs();
    if (over.has(session)) {
      count('other_session');
      return;
    }
    const version = chooseBridgeVersion(BRIDGE_VERSIONS, hello.versions);
    if (version === null) {
      refuseTo(message, 'unsupported_version', `this app speaks ${BRIDGE_VERSIONS.join(', ')}`);
      return;
    }
    if (visit?.page.session !== session) {
      void endVisit('page_reloaded');
      const mine = begin(session, version, hello);
      visit = mine;
      mine.grant.catch(() => undefined);
      tell(() => options.onPage?.(session));
    }
    const mine = visit;
    let grant: SessionGrant | null;
    try {
      grant = await mine.grant;
    } catch (error) {
      const { code, message: why = 'no session' } = bridgeErrorOf(error);
      if (visit === mine) refuseTo(message, code as BridgeErrorCode, why);
      return;
    }
    if (visit !== mine) return;
    const { nonce, interrupted } = mine;
    const facts = { version, app, platform, capabilities, limits, nonce, heardAtMs };
    const payload = buildWelcome({ ...facts, hello, grant, interrupted });
    tell(() => sender.send(session, version, { kind: 'reply', name: 'hello', replyTo: id, payload }));
  };

  const passOver = (reading: BridgeReading & { ok: false }, isTrusted: boolean): void => {
    count(reading.code);
    if (reading.code === 'foreign' || reading.request === undefined || !isTrusted) return;
    const { request } = reading;
    // Nobody but the page that was welcomed is answered, except for a hello.
    if (request.session === visit?.page.session || request.name === 'hello')
      refuseTo(request, reading.code, reading.why);
  };

  const hear = (raw: string | Uint8Array, from: BridgeSender | undefined): void => {
    // No page sends bytes.
    if (typeof raw !== 'string') {
      count('bad_message');
      return;
    }
    const reading = readBridgeMessage(raw, { from: 'page', maxControlBytes: limits.controlBytes });
    const verdict = judgeSender(trust, from, reading.ok ? reading.message.token : undefined);
    if (!reading.ok) {
      passOver(reading, verdict === 'trusted' && trust.kind === 'origins');
      return;
    }
    const { message } = reading;
    const isHello = message.kind === 'request' && message.name === 'hello';
    if (verdict !== 'trusted') {
      count('not_trusted');
      if (verdict === 'refused' && isHello)
        refuseTo(message, 'not_trusted', 'this app does not open this page: list its origin');
      return;
    }
    if (isHello) void welcome(message);
    else if (visit === null || message.session !== visit.page.session) count('other_session');
    else if (message.kind === 'cancel' && message.name === 'hello') void endVisit('cancelled');
    else visit.page.handle(message);
  };

  const unsubscribe = transport.subscribe(hear);
  const requirePage = (): HostedPage => {
    if (visit) return visit.page;
    throw new HuotiError('BRIDGE_UNAVAILABLE', 'no page has said hello yet: open it and wait for onPage');
  };
  const event = (name: 'app.pause' | 'app.resume' | 'app.interrupt') => (): void =>
    say({ kind: 'event', name, payload: {} });

  return {
    get session() {
      return visit?.page.session ?? null;
    },
    refused,
    async startSession(start, asked) {
      await requirePage().requests.ask('session.start', start, asked);
    },
    async stopSession(asked) {
      await requirePage().requests.ask('session.stop', {}, asked);
    },
    pause: event('app.pause'),
    resume: event('app.resume'),
    interrupt: event('app.interrupt'),
    pageGone: () => endVisit('process_gone'),
    async close() {
      if (closed) return;
      closed = true;
      unsubscribe();
      await endVisit('closed');
    },
  };
}
