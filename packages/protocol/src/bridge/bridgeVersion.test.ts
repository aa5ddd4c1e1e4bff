import { describe, expect, it } from '@jest/globals';
import { BRIDGE_VERSION, BRIDGE_VERSIONS, chooseBridgeVersion } from './bridgeVersion.js';

describe('chooseBridgeVersion', () => {
  it.each([
    [['1.0'], ['1.0'], '1.0'],
    [['1.3'], ['1.1'], '1.1'],
    [['1.1'], ['1.3'], '1.1'],
    [['2.0', '1.4'], ['1.1'], '1.1'],
    [['2.0', '1.4'], ['1.9', '2.5'], '2.0'],
    [['1.0'], ['10.0'], null],
    [['1.0'], [], null],
    [['1.0'], ['2.0'], null],
  ])('of %j and %j is %j: the highest major that both know, with the lower minor', (ours, theirs, chosen) => {
    expect(chooseBridgeVersion(ours, theirs)).toBe(chosen);
    expect(chooseBridgeVersion(theirs, ours)).toBe(chosen);
  });

  it('does not depend on the order in which versions are listed', () => {
    expect(chooseBridgeVersion(['1.4', '3.0', '2.0'], ['1.0', '3.2'])).toBe('3.0');
    expect(chooseBridgeVersion(['3.0', '2.0', '1.4'], ['3.2', '1.0'])).toBe('3.0');
  });

  it('counts, and does not sort as text: 1.10 is newer than 1.9', () => {
    expect(chooseBridgeVersion(['1.10'], ['1.9', '1.12'])).toBe('1.10');
  });

  it.each([
    '',
    '1',
    '1.',
    '.1',
    '1.0.0',
    'v1.0',
    '1.0 ',
    '1.0\n',
    '-1.0',
    '1e3.0',
    '10000.0',
    '１.0',
    '__proto__',
  ])('passes over %j, which is no version', (text) => {
    expect(chooseBridgeVersion(['1.0'], [text])).toBeNull();
    expect(chooseBridgeVersion(['1.0'], [text, '1.0'])).toBe('1.0');
  });
});

it('this build lists its own version, and one version of a major at most', () => {
  expect(BRIDGE_VERSIONS).toContain(BRIDGE_VERSION);
  const majors = BRIDGE_VERSIONS.map((version) => version.split('.')[0]);
  expect(new Set(majors).size).toBe(majors.length);
});
