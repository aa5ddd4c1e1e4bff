import type { BridgeTransport } from './BridgeTransport.js';
import { createInbox } from './createInbox.js';
import { callHost } from './hostObject.js';
import { pageReceiver } from './pageReceiver.js';
import type { PageTransportOptions } from './PageTransportOptions.js';

/** The method that an app offers, and the one that it calls. */
export const DSBRIDGE_METHOD = 'huoti.postMessage';
export const DSBRIDGE_CALLBACK = 'huotiReceive';

/**
 * DSBridge (and its X5 build): `dsBridge.call` one way, a registered function the other. It stands on `addJavascriptInterface`
 * or on `prompt`, which every frame has, so the token is needed.
 *
 * @example const transport = createDsBridgeTransport();
 */
export function createDsBridgeTransport({ target = globalThis }: PageTransportOptions = {}): BridgeTransport {
  const receiver = pageReceiver(target);
  const { subscribe, hear, close } = createInbox(receiver);
  let registered = false;

  // It has no way to take a function back: it is registered once, and says nothing when nobody listens.
  const register = (): void => {
    if (registered) return;
    callHost(target, ['dsBridge', 'register'], DSBRIDGE_CALLBACK, hear);
    registered = true;
  };
  return {
    name: 'dsbridge',
    knowsSender: false,
    binary: false,
    maxMessageChars: Infinity,
    token: receiver.token,
    send(text) {
      register();
      callHost(target, ['dsBridge', 'call'], DSBRIDGE_METHOD, text);
    },
    subscribe,
    close,
  };
}
