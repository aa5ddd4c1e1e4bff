import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A small mini-program that keeps every rule, on disk, for a test to break. */
export interface DoctoredPackage {
  readonly directory: string;
  write(path: string, content: string | Uint8Array): void;
  remove(path: string): void;
  /** Changes app.json. */
  change(changes: object): void;
  close(): void;
}

const APP = {
  pages: ['pages/index/index'],
  subPackages: [
    { root: 'huoti', pages: ['pages/live/index'] },
    { root: 'weights', pages: ['stub/index'] },
  ],
  preloadRule: { 'huoti/pages/live/index': { network: 'all', packages: ['weights'] } },
  workers: { path: 'workers', isSubpackage: true },
};

/** Writes one that is fine. */
export function doctoredPackage(): DoctoredPackage {
  const directory = mkdtempSync(join(tmpdir(), 'huoti-package-'));
  const write = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content);
  };
  write('app.json', JSON.stringify(APP));
  write('app.js', "var here = new Function('return this')();");
  write('project.config.json', '{}');
  for (const page of ['pages/index/index', 'huoti/pages/live/index', 'weights/stub/index']) {
    for (const suffix of ['js', 'json', 'wxml']) write(`${page}.${suffix}`, suffix === 'json' ? '{}' : '');
  }
  write('huoti/assets/engine.wasm.br', new Uint8Array(1000));
  write('workers/worker.js', '');
  return {
    directory,
    write,
    remove: (path) => rmSync(join(directory, path)),
    change: (changes) => {
      const app = JSON.parse(readFileSync(join(directory, 'app.json'), 'utf8')) as object;
      write('app.json', JSON.stringify({ ...app, ...changes }));
    },
    close: () => rmSync(directory, { recursive: true }),
  };
}

/** The same package in another folder, for a built one that a test may break. */
export function copyOf(directory: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'huoti-built-'));
  cpSync(directory, copy, { recursive: true });
  return copy;
}
