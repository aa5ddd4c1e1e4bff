import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from '@jest/globals';

const made: string[] = [];

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** Files of a mini-program: text, bytes, or an object that is written as JSON. */
export type MiniProgramFiles = Readonly<Record<string, string | Uint8Array | object>>;

/** Writes a mini-program into a folder of its own, with an `app.js` and the page `pages/index` where it has none. */
export function writeMiniProgram(files: MiniProgramFiles): string {
  const folder = mkdtempSync(join(tmpdir(), 'huoti-wx-host-'));
  made.push(folder);
  const all: Record<string, string | Uint8Array | object> = {
    'app.json': { pages: ['pages/index'] },
    'app.js': 'App({});',
    'pages/index.js': 'Page({});',
    'pages/index.wxml': '<view>{{text}}</view>',
    ...files,
  };
  for (const [path, content] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    const plain = typeof content === 'string' || content instanceof Uint8Array;
    writeFileSync(join(folder, path), plain ? content : JSON.stringify(content));
  }
  return folder;
}
