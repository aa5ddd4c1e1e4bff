import type { ApiMembers, HostCore } from '../HostCore.js';
import { CallFailure } from './CallFailure.js';

type Given = Readonly<Record<string, unknown>>;

/** A running session of the vision kit. */
export interface VisionSession {
  ended: boolean;
}

/** `createVKSession` over the test's script; mode 2, pictures handed in. Refusals have the codes of `VKSession.start`. */
export function visionApi(core: HostCore, sessions: VisionSession[]): ApiMembers {
  const { options, answering, realm, privacy, permission } = core;
  const script = options.vision;
  if (!script) return {};

  const startCode = async (): Promise<number> => {
    const refused = await privacy.ask('createVKSession');
    if (refused instanceof CallFailure) return refused.numbers.errno ?? 104;
    if (permission.script.scope === false) return 2003002;
    return script.startCode ?? 0;
  };

  const createVKSession = (): unknown => {
    const session: VisionSession = { ended: false };
    const listeners: { event: string; listener: unknown }[] = [];
    let started = false;
    const emit = (event: string, ...values: unknown[]): void => {
      if (session.ended) return;
      for (const one of [...listeners])
        if (one.event === event) realm.call(one.listener, undefined, ...values);
    };
    const end = (): void => {
      session.ended = true;
    };
    sessions.push(session);
    return {
      start: (callback: unknown) => {
        void startCode().then((code) => {
          started = code === 0;
          answering.later(() => realm.call(callback, undefined, code));
        });
      },
      on: (event: string, listener: unknown) => {
        listeners.push({ event, listener });
      },
      off: (event: string, listener: unknown) => {
        const at = listeners.findIndex((one) => one.event === event && one.listener === listener);
        if (at >= 0) listeners.splice(at, 1);
      },
      detectFace: (given: Given) => {
        if (!started || session.ended) return;
        const [widthPx, heightPx] = [Number(given['width']), Number(given['height'])];
        const data = new Uint8Array(given['frameBuffer'] as ArrayBuffer).slice();
        if (data.byteLength !== widthPx * heightPx * 4) {
          throw new TypeError('detectFace:fail frameBuffer does not match width and height');
        }
        const anchors = script.detect({ data, widthPx, heightPx });
        answering.later(() => {
          if (anchors.length === 0) emit('removeAnchors');
          else emit('updateAnchors', anchors);
        });
      },
      stop: end,
      destroy: end,
    };
  };
  return { createVKSession };
}
