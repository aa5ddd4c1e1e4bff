import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page that puts ours into a frame and is its host. */
export interface ParentSite {
  readonly origin: string;
  /** The framed page's address, once it is known. */
  frame(address: string): void;
  close(): Promise<void>;
}

/** The host's side, as short as a page can have it: origin and window of each message, then an answer to each request; `ask` is one of its own. */
const page = (address: string): string => `<!doctype html><title>parent</title>
<style>iframe { position: fixed; inset: 0; width: 100%; height: 100%; border: 0 }</style>
<iframe src="${address}" allow="camera"></iframe>
<script>
  window.told = [];
  const frame = document.querySelector('iframe');
  const origin = new URL(frame.src).origin;
  let id = 0;
  let open = '';
  window.ask = (name, payload) => frame.contentWindow.postMessage(JSON.stringify({ protocol: 'huoti-bridge', version: '1.0',
    session: open, id: ++id, kind: 'request', name, timeMs: performance.now(), payload }), origin);
  addEventListener('message', ({ origin: from, source, data }) => {
    if (from !== origin || source !== frame.contentWindow) return;
    const { session, kind, name, id: asked, payload } = JSON.parse(data);
    open = session;
    window.told.push(kind + ' ' + name + (name === 'result' ? ' ' + payload.ended : ''));
    if (kind !== 'request') return;
    const welcome = { version: '1.0', app: { id: 'parent' }, platform: 'web', capabilities: { 'camera.page': 1 },
      limits: payload.limits, nonce: 'b'.repeat(32), echo: payload.nonce, heardAtMs: performance.now() };
    source.postMessage(JSON.stringify({ protocol: 'huoti-bridge', version: '1.0', session, id: ++id, kind: 'reply', name,
      replyTo: asked, timeMs: performance.now(), payload: name === 'hello' ? welcome : {} }), origin);
  });
</script>`;

/** Serves it on a port, and so an origin, of its own. */
export async function serveParent(): Promise<ParentSite> {
  let framed = 'about:blank';
  const server = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html').end(page(framed)),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    frame: (address) => (framed = address),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
