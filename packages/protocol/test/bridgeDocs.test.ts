import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { BRIDGE_MESSAGES } from '../src/bridge/bridgeMessages.js';
import { renderBridgeDocs } from './bridge/renderBridgeDocs.js';

const PATH = fileURLToPath(new URL('../../../docs/bridge-protocol.md', import.meta.url));
// `HUOTI_WRITE_DOCS=1` writes the generated parts anew, from the folder of this package.
if (process.env['HUOTI_WRITE_DOCS'] === '1')
  writeFileSync(PATH, renderBridgeDocs(readFileSync(PATH, 'utf8')));
const text = readFileSync(PATH, 'utf8');
const regions = [...text.matchAll(/<!-- generated: ([^\n]+) -->/g)].map(([, what = '']) => what);

describe('the written specification', () => {
  it('says what the table of messages and the golden files say', () => {
    expect(renderBridgeDocs(text)).toBe(text);
  });

  it('says of every row of every table what it means', () => {
    const rows = text.split('\n').filter((line) => line.startsWith('| '));
    expect(rows.length).toBeGreaterThan(150);
    expect(rows.filter((line) => /\|\s+\|$/.test(line))).toEqual([]);
  });

  it('has fields and an example of every message, and of every reply', () => {
    const wanted = Object.entries(BRIDGE_MESSAGES).flatMap(([name, { kind }]) => [
      `payload ${name}`,
      `example valid/${name}.${kind}.json`,
      ...(kind === 'request' ? [`reply ${name}`, `example valid/${name}.reply.json`] : []),
    ]);
    expect(wanted.filter((what) => !regions.includes(what))).toEqual([]);
    for (const what of ['messages', 'envelope', 'error', 'errors', 'capabilities', 'limits'])
      expect(regions).toContain(what);
  });

  it('names the objects that the page looks for', () => {
    const folder = fileURLToPath(new URL('../../adapter-webview/src/transport/', import.meta.url));
    const names = readdirSync(folder)
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .flatMap((file) => [
        ...readFileSync(`${folder}${file}`, 'utf8').matchAll(/export const [A-Z_]+ = '([^']+)'/g),
      ])
      .map(([, name = '']) => name);
    expect(names).toEqual(expect.arrayContaining(['huotiHost', 'huotiLegacy', 'huotiArk', 'huotiBridge']));
    expect(names.filter((name) => !text.includes(name))).toEqual([]);
  });
});
