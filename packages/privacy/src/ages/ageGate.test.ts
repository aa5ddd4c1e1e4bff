import { describe, expect, it } from '@jest/globals';
import { DEFAULT_DEPLOYMENT } from '../deployment/defaultDeployment.js';
import { ageGate } from './ageGate.js';

const defaults = DEFAULT_DEPLOYMENT.versions[0]!.terms;
const open = { ages: { teens: 'with-guardian', children: 'with-guardian' } } as const;
const shut = { ages: { teens: 'refuse', children: 'refuse' } } as const;
const receipt = 'r'.repeat(22);

describe('the age gate', () => {
  it('lets adults through without anybody else', () => {
    for (const terms of [defaults, open, shut]) {
      expect(ageGate({ band: 'adult', terms, guardianReceiptId: null })).toEqual({ kind: 'go' });
    }
  });

  it('by default lets a teen in with a guardian only, and a child not at all', () => {
    expect(ageGate({ band: 'teen', terms: defaults, guardianReceiptId: null })).toEqual({
      kind: 'needs-guardian',
    });
    expect(ageGate({ band: 'teen', terms: defaults, guardianReceiptId: receipt })).toEqual({ kind: 'go' });
    expect(ageGate({ band: 'child', terms: defaults, guardianReceiptId: null })).toEqual({
      kind: 'refused',
      why: 'child',
    });
  });

  it('a guardian opens nothing that the operator keeps shut', () => {
    expect(ageGate({ band: 'child', terms: defaults, guardianReceiptId: receipt })).toEqual({
      kind: 'refused',
      why: 'child',
    });
    expect(ageGate({ band: 'teen', terms: shut, guardianReceiptId: receipt })).toEqual({
      kind: 'refused',
      why: 'teen',
    });
  });

  it('lets a child in with a guardian where the operator says so', () => {
    expect(ageGate({ band: 'child', terms: open, guardianReceiptId: null })).toEqual({
      kind: 'needs-guardian',
    });
    expect(ageGate({ band: 'child', terms: open, guardianReceiptId: receipt })).toEqual({ kind: 'go' });
  });
});
