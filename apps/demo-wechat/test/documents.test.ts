import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import type { EngineReading } from '../src/huoti/diagnosis/Diagnosis.js';
import { printDiagnosis } from '../src/huoti/diagnosis/printDiagnosis.js';

const CHECKS = fileURLToPath(new URL('../../../docs/device-checks.md', import.meta.url));

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
