import { createAbortSource, type AbortSource } from '@huoti/core';
import { HuotiError, isHuotiError } from '@huoti/protocol';
import {
  BRIDGE_MESSAGES,
  chooseBridgeVersion,
  type BridgeError,
  type BridgeEventMessage,
  type BridgeMessage,
  type BridgeRequestMessage,
} from '@huoti/protocol/bridge';
import { bridgeErrorOf } from '../link/bridgeErrorOf.js';
import type { BridgeDraft } from '../link/createBridgePort.js';
import { createRecent } from '../link/createRecent.js';
import { createRequests, type Requests } from '../link/createRequests.js';
import { tell } from '../link/tell.js';
import type { BridgeHostOptions } from './BridgeHost.js';
import type { CameraDesk } from './createCameraDesk.js';
import { createDeviceDesk } from './createDeviceDesk.js';
import type { HostSender } from './createHostSender.js';
import type { ResultBook } from './createResultBook.js';

/** What {@link createHostedPage} takes. */
export interface HostedPageOptions {
  readonly session: string;
  readonly version: string;
  readonly host: BridgeHostOptions;
  readonly capabilities: Readonly<Partial<Record<string, number>>>;
  readonly sender: HostSender;
  /** The host's own, since it outlives a page. */
  readonly cameraDesk: CameraDesk | null;
  readonly results: ResultBook;
  count(reason: string): void;
}

/** One load of a page, from its welcome until another takes its place. */
export interface HostedPage {
  readonly session: string;
  readonly version: string;
  readonly requests: Pick<Requests, 'ask'>;
  /** A session of the server that was under way and whose end was not told. */
  readonly unfinished: { readonly sessionId?: string } | null;
  handle(message: BridgeMessage): void;
  /** Everything it asked for is stopped, and the person gets the screen back. */
  end(error: HuotiError): Promise<void>;
}

type Answer = { readonly payload: object } | { readonly error: BridgeError };

/** So many ids are remembered to know a message that comes twice. */
const REMEMBERED_IDS = 512;

/** What an app does for one load of its page. */
export function createHostedPage({
  session,
  version,
  host,
  capabilities,
  sender,
  cameraDesk,
  results,
  count,
}: HostedPageOptions): HostedPage {
  const heard = createRecent<number>(REMEMBERED_IDS);
  const work = new Map<number, AbortSource>();
  const device = createDeviceDesk(host.device ?? {});
  const requests = createRequests({
    clock: host.clock,
    other: 'page',
    reserveId: sender.reserveId,
    send: (draft, id) => sender.send(session, version, draft, id),
  });
  let unfinished: HostedPage['unfinished'] = null;
  let ended = false;

  /** What answers a request was checked by the desk that made it; the compiler can't follow a table by name. */
  const send = ({ name, id: replyTo }: BridgeRequestMessage, answer: Answer): void =>
    sender.send(session, version, { kind: 'reply', name, replyTo, ...answer } as BridgeDraft);
  const reply = (message: BridgeRequestMessage, answer: Answer): void => {
    if (ended) return;
    try {
      send(message, answer);
    } catch (error) {
      // A view that is gone is noticed by the app; an answer that is too large is the app's own fault.
      if (isHuotiError(error, 'BRIDGE_UNAVAILABLE')) return;
      const why = new HuotiError('PROTOCOL_MALFORMED', 'the answer is larger than the page takes');
      tell(() => send(message, { error: bridgeErrorOf(why) }));
    }
  };

  const answer = async (message: BridgeRequestMessage, abort: AbortSource): Promise<object> => {
    switch (message.name) {
      case 'camera.open':
        if (cameraDesk) return cameraDesk.open(message.id, message.payload, abort.signal);
        break;
      case 'camera.close':
        if (!cameraDesk) break;
        await cameraDesk.close(message.payload.stream);
        return {};
      case 'result':
        unfinished = null;
        if (results.take(message.payload, session)) tell(() => host.onResult?.(message.payload));
        return {};
      default: {
        const done = device.answer(message, abort.signal);
        if (done) return done;
      }
    }
    throw new HuotiError('HOST_FORBIDS', `${message.name} is not offered by this app`);
  };

  const take = async (message: BridgeRequestMessage): Promise<void> => {
    const abort = createAbortSource();
    work.set(message.id, abort);
    try {
      const payload = await answer(message, abort);
      if (!abort.signal.aborted) reply(message, { payload });
      // Answered and taken back at once: it was opened for nobody.
      else if (message.name === 'camera.open') cameraDesk?.takeBack(message.id);
    } catch (error) {
      if (!abort.signal.aborted) reply(message, { error: bridgeErrorOf(error) });
    } finally {
      work.delete(message.id);
    }
  };

  const hear = (message: BridgeEventMessage): void => {
    switch (message.name) {
      case 'frame.credit':
        cameraDesk?.credit(message.payload);
        return;
      case 'session.state': {
        const { state, sessionId } = message.payload;
        if (state === 'idle' || state === 'ended') unfinished = null;
        else unfinished = sessionId === undefined ? {} : { sessionId };
        tell(() => host.onSessionState?.(message.payload));
        return;
      }
      case 'challenge.begin':
        tell(() => host.onChallenge?.('begin', message.payload));
        return;
      case 'challenge.end':
        tell(() => host.onChallenge?.('end', message.payload));
        return;
      case 'ui.close':
        tell(() => host.onUiClose?.());
        return;
      case 'haptics':
        tell(() => host.device?.haptics?.(message.payload.pattern));
        return;
      case 'log':
        tell(() => host.device?.log?.(message.payload));
        return;
      // What only hosts say was refused when it was read.
      case 'camera.state':
      case 'app.pause':
      case 'app.resume':
      case 'app.interrupt':
        return;
    }
  };

  const isOffered = ({ name }: BridgeMessage): boolean => {
    const { needs } = BRIDGE_MESSAGES[name];
    return needs === null || (capabilities[needs] ?? 0) > 0;
  };

  return {
    session,
    version,
    requests,
    get unfinished() {
      return unfinished;
    },
    handle(message) {
      if (ended) return;
      if (chooseBridgeVersion([version], [message.version]) === null) {
        count('unsupported_version');
        if (message.kind === 'request')
          reply(message, {
            error: { code: 'unsupported_version', retryable: false, message: `agreed on ${version}` },
          });
        return;
      }
      if (!heard.add(message.id)) {
        count('heard_before');
        return;
      }
      switch (message.kind) {
        case 'request':
          if (isOffered(message)) void take(message);
          else
            reply(message, {
              error: {
                code: 'unsupported_capability',
                retryable: false,
                message: `${message.name} is not offered`,
              },
            });
          return;
        case 'event':
          if (isOffered(message)) hear(message);
          else count('unsupported_capability');
          return;
        case 'cancel':
          work.get(message.replyTo)?.abort();
          if (message.name === 'camera.open') cameraDesk?.takeBack(message.replyTo);
          return;
        case 'reply':
          requests.settle(message);
          return;
        case 'frame':
          return;
      }
    },
    async end(error) {
      if (ended) return;
      ended = true;
      requests.failAll(error);
      for (const abort of work.values()) abort.abort();
      await Promise.all([cameraDesk?.letGo(), device.restore()]);
    },
  };
}
