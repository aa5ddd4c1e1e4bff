import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { distOf } from '../scripts/package/paths.mjs';
import { readPackage } from '../scripts/package/readPackage.mjs';
import type { EngineReading } from '../src/huoti/diagnosis/Diagnosis.js';
import { printDiagnosis } from '../src/huoti/diagnosis/printDiagnosis.js';

const CHECKS = fileURLToPath(new URL('../../../docs/device-checks.md', import.meta.url));
const GUIDE = fileURLToPath(new URL('../../../docs/wechat.md', import.meta.url));

const engine: EngineReading = {
  backend: 'wasm',
  fallbacks: ['worker -> main-thread: killed'],
  loadMs: 1,
  firstDetectMs: 1,
  medianDetectMs: 1,
  framesWithFace: 1,
  frames: 40,
  rotationDegrees: 90,
  mirrored: false,
};

/** What the diagnostic page shows, each kind of line once. */
const report = printDiagnosis({
  facts: {
    kind: 'wechat',
    browser: null,
    browserVersion: null,
    os: null,
    engine: null,
    language: null,
    network: null,
  },
  baseLibrary: '3.7.0',
  calls: { request: false },
  permission: 'granted',
  privacy: 'agreed',
  wasm: 'plain yes, simd yes',
  sizes: (['small', 'large', 'medium'] as const).map((setting) => ({
    setting,
    firstFrameMs: 1,
    sizes: ['480x640'],
    framesPerSecond: 1,
  })),
  engine,
}).split('\n');

/** Names of lines in the first column of the table under the heading. */
const named = (): string[] => {
  const [, section = ''] = readFileSync(CHECKS, 'utf8').split('## What the diagnostic page answers\n');
  const [table = ''] = section.split('\n## ');
  return table
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)])
    .map(([, span = '']) => (span.split('…')[0] ?? '').trim());
};

it('every line of the diagnosis stands in the list of what is owed to devices', () => {
  const names = named();
  expect(report.filter((line) => !names.some((name) => line.startsWith(name)))).toEqual([]);
});

it('the list names no line that the diagnosis does not have', () => {
  expect(named().filter((name) => !report.some((line) => line.startsWith(name)))).toEqual([]);
});

/** How far a size may drift before the guide has to say another, in MB of 1,000,000 bytes. */
const DRIFT = 0.05;

it.each(['weapp', 'alipay', 'tt'])('the sizes of %s in the guide are those that were built', (platform) => {
  const { sizes } = readPackage(distOf(platform));
  const column = ['weapp', 'alipay', 'tt'].indexOf(platform) + 2;
  const [, table = ''] = readFileSync(GUIDE, 'utf8').split(/<!-- \/?sizes -->/);
  const rows = table.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const told = (name: string): string =>
    rows.find(([, head = '']) => head.replace(/`/g, '').split(/[ :]/)[0] === name)?.[column] ?? 'no row';
  for (const name of ['main', 'huoti', 'huoti-weights-a', 'huoti-weights-b', 'workers']) {
    const bytes = sizes[name];
    if (bytes === undefined) expect([name, told(name)]).toEqual([name, 'none']);
    else expect([name, Math.abs(Number(told(name)) - bytes / 1e6) < DRIFT]).toEqual([name, true]);
  }
  const all = Object.values(sizes).reduce((sum, bytes) => sum + bytes, 0);
  expect(Math.abs(Number(told('all')) - all / 1e6)).toBeLessThan(2 * DRIFT);
});
