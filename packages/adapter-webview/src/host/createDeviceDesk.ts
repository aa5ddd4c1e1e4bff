import type { AbortSignalLike } from '@huoti/core';
import type { BridgeRequestMessage } from '@huoti/protocol/bridge';
import type { HostDevice } from './HostDevice.js';

/** What an app does for its page, in the order it was asked, and undone when the page is gone. */
export interface DeviceDesk {
  /** @returns the reply's payload; `undefined` for a request that is not the device's */
  answer(message: BridgeRequestMessage, signal: AbortSignalLike): Promise<object> | undefined;
  /** The person gets back what they had. */
  restore(): Promise<void>;
}

/** Makes a desk for one page. */
export function createDeviceDesk(device: HostDevice): DeviceDesk {
  /** What is still changed, by name, and how it is undone. */
  const undo = new Map<string, () => Promise<void>>();
  let last: Promise<void> = Promise.resolve();

  /** One after the other: a screen made bright and given back in one breath ends as it was. */
  const inTurn = (work: () => Promise<void>): Promise<object> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine.then(() => ({}));
  };
  const change = (name: string, isChanged: boolean, set: () => Promise<void>, unset: () => Promise<void>) =>
    inTurn(async () => {
      if (isChanged) undo.set(name, unset);
      else undo.delete(name);
      await set();
    });

  return {
    answer(message, signal) {
      switch (message.name) {
        case 'permission.query':
          return stateOf(device.permission?.query({ signal }));
        case 'permission.request':
          return stateOf(device.permission?.request({ signal }));
        case 'settings.open':
          return device.openSettings?.({ signal }).then(() => ({}));
        case 'attestation':
          return device.attest?.(message.payload, { signal });
        case 'brightness': {
          const { level } = message.payload;
          if (!device.setBrightness) return undefined;
          const set = async (to: number | null): Promise<void> => device.setBrightness?.(to);
          return change(
            'brightness',
            level !== null,
            () => set(level),
            () => set(null),
          );
        }
        case 'keepAwake': {
          const { on } = message.payload;
          if (!device.setKeepAwake) return undefined;
          const set = async (to: boolean): Promise<void> => device.setKeepAwake?.(to);
          return change(
            'keepAwake',
            on,
            () => set(on),
            () => set(false),
          );
        }
        case 'orientation.lock': {
          const { orientation } = message.payload;
          if (!device.lockOrientation) return undefined;
          const set = async (to: 'portrait' | null): Promise<void> => device.lockOrientation?.(to);
          return change(
            'orientation.lock',
            orientation !== null,
            () => set(orientation),
            () => set(null),
          );
        }
        default:
          return undefined;
      }
    },
    async restore() {
      await inTurn(async () => {
        const rest = [...undo.values()];
        undo.clear();
        // One that fails keeps no other from being given back.
        for (const one of rest) await one().catch(() => undefined);
      });
    },
  };
}

const stateOf = (state: Promise<string> | undefined): Promise<object> | undefined =>
  state?.then((known) => ({ state: known }));
