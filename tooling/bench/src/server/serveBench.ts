import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import type { BenchFrame } from '../frames/FrameSet.js';
import { engineFolders } from '../engines/engineFolders.js';
import { ENGINE_IDS, type EngineId } from '../engines/EngineId.js';
import type { RequestedFile } from '../measure/Host.js';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

const html = (title: string): Buffer =>
  Buffer.from(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>` +
      '<link rel="icon" href="data:,"><script type="module" src="/harness.js"></script></html>',
  );

/** What {@link serveBench} takes. */
export interface ServeBenchOptions {
  /** What bundleEngines made. */
  bundles: string;
  frames: readonly BenchFrame[];
}

/** The pages of all engines, on 127.0.0.1. */
export interface BenchServer {
  urlOf(id: EngineId): string;
  /** The files that an engine's page asked for so far, each once, the harness and the frames left out. */
  requested(id: EngineId): readonly RequestedFile[];
  close(): Promise<void>;
}

/** Serves every engine's page, its files from this machine, uncompressed and from memory after the first time. */
export async function serveBench({ bundles, frames }: ServeBenchOptions): Promise<BenchServer> {
  const asked = new Map<EngineId, Map<string, Buffer>>();
  const cache = new Map<string, Promise<Buffer | null>>();

  const readFrom = async (folders: readonly string[], name: string): Promise<Buffer | null> => {
    for (const folder of folders) {
      const body = await readFile(join(folder, name)).catch(() => null);
      if (body) return body;
    }
    return null;
  };
  const cached = (key: string, read: () => Promise<Buffer | null>): Promise<Buffer | null> => {
    const kept = cache.get(key) ?? read();
    cache.set(key, kept);
    return kept;
  };

  const bodyOf = async (path: string): Promise<Buffer | null> => {
    if (path === '/harness.js') return cached(path, () => readFrom([bundles], 'harness.js'));
    const frame = /^\/frames\/(\d+)$/.exec(path)?.[1];
    if (frame !== undefined) return frames[Number(frame)]?.data ?? null;
    const [, engine, file] = /^\/([\w-]+)\/(?:engine\/([\w.-]+))?$/.exec(path) ?? [];
    const id = ENGINE_IDS.find((one) => one === engine);
    if (!id) return null;
    if (file === undefined) return html(id);
    const body = await cached(path, () => readFrom(engineFolders(id, bundles), file));
    if (body) {
      const files = asked.get(id) ?? new Map<string, Buffer>();
      asked.set(id, files.set(file, body));
    }
    return body;
  };

  const respond = async (path: string, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(path);
    const frame = frames[Number(/^\/frames\/(\d+)$/.exec(path)?.[1] ?? NaN)];
    response.writeHead(body ? 200 : 404, {
      'content-type': path.endsWith('/') ? 'text/html' : (TYPES[extname(path)] ?? 'application/octet-stream'),
      'content-length': body?.length ?? 0,
      'cache-control': 'max-age=600',
      ...(frame ? { 'x-width': frame.widthPx } : {}),
    });
    response.end(body ?? undefined);
  };

  const server = createServer((request, response) => {
    const path = (request.url ?? '/').replace(/[?#].*$/, '');
    void respond(path, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('the server has no port');
  return {
    urlOf: (id) => `http://127.0.0.1:${address.port}/${id}/`,
    requested: (id) => [...(asked.get(id) ?? [])].map(([name, body]) => ({ name, body })),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
