import { build, type BuildOptions } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { stubUnused, workerBundleOptions } from '../../scripts/bundleOptions.mjs';
import { sourceOfWorkspace } from './sourceOfWorkspace.js';

const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'; " +
  "media-src 'self' blob:; img-src 'self' data:; style-src 'self'";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Goes before the worker's own code: every read of a property of the worker's navigator is reported to the server. The
 * one read of `language` proves that the report works.
 */
const TRACED_NAVIGATOR = `(() => {
  for (let proto = Object.getPrototypeOf(navigator); proto && proto !== Object.prototype; proto = Object.getPrototypeOf(proto)) {
    for (const [name, own] of Object.entries(Object.getOwnPropertyDescriptors(proto))) {
      if (!own.get) continue;
      Object.defineProperty(proto, name, { ...own, get() { void fetch('/read/' + name); return own.get.call(this); } });
    }
  }
  void navigator.language;
})();\n`;

/** A page with the strict policy, and what it asked for. */
export interface TestServer {
  readonly port: number;
  /** Properties that a worker read from its navigator. */
  readonly reads: readonly string[];
  /** Every path that was asked for. */
  readonly paths: readonly string[];
  close(): Promise<void>;
}

/**
 * Serves on 127.0.0.1: `/` the strict page; `/bare` the same without instruments, which change the browser's functions; `/nowasm`
 * the same without wasm in its policy; `/huoti/` models and worker;
 * `/files/` what is given.
 */
export async function serveTestPage(files: Readonly<Record<string, Buffer>>): Promise<TestServer> {
  const bundle = async (options: BuildOptions): Promise<Buffer> => {
    const { outputFiles } = await build({ ...options, write: false });
    return Buffer.from(outputFiles?.[0]?.contents ?? new Uint8Array());
  };
  const plugins = [sourceOfWorkspace, ...(workerBundleOptions.plugins ?? [])];
  const worker = await bundle({ ...workerBundleOptions, plugins });
  const page = await bundle({
    ...workerBundleOptions,
    entryPoints: [here('page.ts')],
    plugins: [sourceOfWorkspace, stubUnused],
  });
  const instruments = await readFile(here('instruments.js'));
  const head = '<!doctype html><meta charset="utf-8"><title>test</title><link rel="icon" href="data:,">';
  const bare = Buffer.from(`${head}<body><script src="/page.js"></script>`);
  const html = Buffer.from(`${head}<script src="/instruments.js"></script><script src="/page.js"></script>`);
  const reads: string[] = [];
  const paths: string[] = [];

  const respond = async (path: string): Promise<Buffer | null> => {
    if (path === '/' || path === '/nowasm') return html;
    if (path === '/bare') return bare;
    if (path === '/page.js') return page;
    if (path === '/instruments.js') return instruments;
    if (path === '/huoti/landmarkerWorker.js') return Buffer.concat([Buffer.from(TRACED_NAVIGATOR), worker]);
    if (path === '/nowasm-worker.js') return worker;
    if (path.startsWith('/files/')) return files[path.slice(7)] ?? null;
    if (path.startsWith('/read/')) {
      reads.push(path.slice(6));
      return Buffer.alloc(0);
    }
    const asset = /^\/huoti\/([\w.-]+)$/.exec(path)?.[1];
    return asset ? readFile(here(`../../../models/dist/assets/${asset}`)).catch(() => null) : null;
  };
  const typeOf = (path: string): string =>
    path.endsWith('.js')
      ? 'text/javascript'
      : path === '/' || path === '/bare' || path === '/nowasm'
        ? 'text/html'
        : 'application/octet-stream';

  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    paths.push(path);
    void respond(path).then((body) => {
      response.writeHead(body ? 200 : 404, {
        'content-type': typeOf(path),
        'content-security-policy': path.startsWith('/nowasm')
          ? STRICT.replace(" 'wasm-unsafe-eval'", '')
          : STRICT,
      });
      response.end(body ?? undefined);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('the test server has no port');
  return {
    port: address.port,
    reads,
    paths,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
