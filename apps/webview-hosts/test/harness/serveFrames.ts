import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page with a frame of another origin in it; both talk to the app. */
export interface FramesSite {
  /** Origin of the page. `window.attack()` there lets the frame try; `window.has` then says what a host put into the frame. */
  readonly outer: string;
  close(): Promise<void>;
}

const TALK = `
  function tell(kind, name, payload, session, word) {
    const message = { protocol: 'huoti-bridge', version: '1.0', session, id: (tell.id = (tell.id || 0) + 1),
      kind, name, timeMs: 1, payload };
    if (word) message.token = word;
    (window.webkit ? webkit.messageHandlers.huoti : huotiHost).postMessage(JSON.stringify(message));
  }
  const hello = { versions: ['1.0'], sdk: '1', nonce: 'a'.repeat(32),
    engine: { wasm: true, simd: true, threads: true, webgl2: true, camera: true },
    limits: { controlBytes: 262144, frameBytes: 2097152 } };
`;

/** The page: takes the word as ours does, and says hello until it is heard. */
const OUTER = (inner: string): string => `<!doctype html><title>outer</title>
<iframe src="${inner}"></iframe>
<script>${TALK}
  window.word = null;
  window.heard = 0;
  window.has = null;
  addEventListener('message', ({ data }) => { window.has = data; });
  window.huotiBridge = { setToken(word) { window.word = word; }, receive() { window.heard += 1; } };
  const greet = setInterval(() => {
    if (window.heard > 0) clearInterval(greet);
    else tell('request', 'hello', hello, '1'.repeat(32), window.word);
  }, 100);
  window.attack = () => void frames[0].postMessage('attack', '*');
</script>`;

/**
 * The attacker: has the handler, which is in every frame, speaks the protocol and has learnt the session's number. It lacks the word.
 */
const INNER = `<!doctype html><script>${TALK}
  addEventListener('message', () => {
    parent.postMessage([typeof webkit, typeof huotiHost, typeof qt, typeof huotiLegacy].join(), '*');
    tell('request', 'hello', hello, '2'.repeat(32));
    tell('event', 'session.state', { state: 'running' }, '1'.repeat(32));
  });
</script>`;

const listen = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
const html = (text: () => string): Server =>
  createServer((_request, response) => response.setHeader('content-type', 'text/html').end(text()));

/** Serves both, on ports of their own: two origins. */
export async function serveFrames(): Promise<FramesSite> {
  const inner = html(() => INNER);
  const innerOrigin = await listen(inner);
  const outer = html(() => OUTER(`${innerOrigin}/inner.html`));
  const origin = await listen(outer);
  return {
    outer: origin,
    async close() {
      for (const server of [inner, outer]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}
