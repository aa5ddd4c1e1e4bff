import { afterEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_DEPLOYMENT } from '../deployment/defaultDeployment.js';
import type { Deployment } from '../deployment/Deployment.js';
import type { PolicyTerms } from '../deployment/PolicyTerms.js';
import { inventoryHash } from '../inventory/inventoryHash.js';
import { inventoryOf } from '../inventory/inventoryOf.js';
import { effectiveAtMs } from './effectiveAtMs.js';
import { receiptStillHolds } from './receiptStillHolds.js';
import { versionInForce } from './versionInForce.js';

const first = DEFAULT_DEPLOYMENT.versions[0]!;
const { terms } = first;

function deploymentOf(
  published: string,
  { timeZone = 'Asia/Shanghai', changes = {} }: { timeZone?: string; changes?: Partial<PolicyTerms> } = {},
): Deployment {
  const second = { version: '2', publishedAtMs: Date.parse(published), terms: { ...terms, ...changes } };
  return { ...DEFAULT_DEPLOYMENT, timeZone, versions: [first, second] };
}
const forceOf = (deployment: Deployment): string =>
  new Date(effectiveAtMs(deployment.versions[1]!, deployment)).toISOString();

describe('policy versions', () => {
  it('the first one is in force from its publication on', () => {
    expect(effectiveAtMs(first, DEFAULT_DEPLOYMENT)).toBe(first.publishedAtMs);
  });

  it.each([
    ['Asia/Shanghai', '2026-11-27T00:00:00+08:00', '2026-11-27T16:00:00.000Z'],
    ['Asia/Shanghai', '2026-11-27T23:59:59+08:00', '2026-11-27T16:00:00.000Z'],
    ['Asia/Kathmandu', '2026-11-27T12:00:00Z', '2026-11-27T18:15:00.000Z'],
    ['America/New_York', '2026-11-27T12:00:00Z', '2026-11-28T05:00:00.000Z'],
    ['Pacific/Kiritimati', '2026-11-27T12:00:00Z', '2026-11-28T10:00:00.000Z'],
    // The day before the clocks go forward, the day itself (23 hours) and the day they go back (25 hours).
    ['America/New_York', '2027-03-13T12:00:00Z', '2027-03-14T05:00:00.000Z'],
    ['America/New_York', '2027-03-14T12:00:00Z', '2027-03-15T04:00:00.000Z'],
    ['America/New_York', '2026-11-01T12:00:00Z', '2026-11-02T05:00:00.000Z'],
    // Midnight does not happen: the day begins at one o'clock.
    ['America/Sao_Paulo', '2018-11-03T12:00:00Z', '2018-11-04T03:00:00.000Z'],
  ])('in %s one published at %s is in force from %s on', (timeZone, published, force) => {
    expect(forceOf(deploymentOf(published, { timeZone }))).toBe(force);
  });

  it('a later one holds from the first ms of the next day in the operator’s zone, and not before', () => {
    const deployment = deploymentOf('2026-11-27T09:00:00+08:00');
    const at = (time: string): string => versionInForce(deployment, Date.parse(time)).version;
    expect(at('2026-11-27T09:00:00+08:00')).toBe('1');
    expect(at('2026-11-27T23:59:59.999+08:00')).toBe('1');
    expect(at('2026-11-28T00:00:00.000+08:00')).toBe('2');
    expect(at('2030-01-01T00:00:00Z')).toBe('2');
  });

  it('of two that were published on one day the last one holds the next day', () => {
    const { versions, ...rest } = deploymentOf('2026-11-27T09:00:00+08:00');
    const third = { ...versions[1]!, version: '3', publishedAtMs: versions[1]!.publishedAtMs + 3_600_000 };
    const deployment = { ...rest, versions: [...versions, third] };
    expect(versionInForce(deployment, Date.parse('2026-11-27T23:59:59+08:00')).version).toBe('1');
    expect(versionInForce(deployment, Date.parse('2026-11-28T00:00:00+08:00')).version).toBe('3');
  });

  it('a phone whose clock stands in 1970 is shown the first one', () => {
    expect(versionInForce(deploymentOf('2026-11-27T09:00:00+08:00'), 0).version).toBe('1');
  });
});

describe('on a host without Intl', () => {
  const { Intl: hostIntl } = globalThis;
  afterEach(() => {
    globalThis.Intl = hostIntl;
  });

  it('a version comes into force by the offset, on the same day and at the same moment as on the server', () => {
    const onServer = effectiveAtMs(
      deploymentOf('2026-11-27T23:30:00+08:00').versions[1]!,
      deploymentOf('2026-11-27T23:30:00+08:00'),
    );
    // A mini-program's engine. A name that nobody asked for before, since formatters are kept.
    Reflect.deleteProperty(globalThis, 'Intl');
    const there = deploymentOf('2026-11-27T23:30:00+08:00', { timeZone: 'PRC' });
    expect(effectiveAtMs(there.versions[1]!, there)).toBe(onServer);
    expect(versionInForce(there, onServer - 1).version).toBe('1');
    expect(versionInForce(there, onServer).version).toBe('2');
  });
});

describe('a receipt for an older version', () => {
  const published = '2026-11-27T09:00:00+08:00';
  const before = Date.parse('2026-11-27T23:59:59.999+08:00');
  const after = Date.parse('2026-11-28T00:00:00+08:00');
  const holds = (
    deployment: Deployment,
    {
      policyVersion = '1',
      level = 'trace',
      comparison = false,
      atMs = after,
    }: Partial<Omit<Parameters<typeof receiptStillHolds>[0], 'deployment'>> = {},
  ): boolean => receiptStillHolds({ deployment, policyVersion, level, comparison, atMs });

  it('is good until the new one comes into force, and after it where the same is taken and kept', () => {
    const wider = deploymentOf(published, {
      changes: { retention: { ...terms.retention, 'evidence-trace': terms.retention['evidence-trace'] * 2 } },
    });
    expect(holds(wider, { atMs: before })).toBe(true);
    expect(holds(wider)).toBe(false);
    expect(holds(deploymentOf(published, { changes: { answerWithinWorkingDays: 5 } }))).toBe(true);
  });

  it('asks again also where the new one takes less', () => {
    const narrower = deploymentOf(published, {
      changes: { retention: { ...terms.retention, 'evidence-trace': 60_000 } },
    });
    expect(holds(narrower)).toBe(false);
  });

  it('stays good where only what it is not about was changed', () => {
    const pictures = deploymentOf(published, {
      changes: { retention: { ...terms.retention, 'face-crop': 60_000 } },
    });
    expect(holds(pictures, { level: 'trace' })).toBe(true);
    expect(holds(pictures, { level: 'frames' })).toBe(false);
  });

  it('is void for a level or a purpose that the new one no longer has', () => {
    expect(holds(deploymentOf(published, { changes: { levels: ['none'] } }))).toBe(false);
    const alone = deploymentOf(published, { changes: { purposes: ['liveness'] } });
    expect(holds(alone)).toBe(true);
    expect(holds(alone, { comparison: true })).toBe(false);
  });

  it('a version that there is not, or not yet, is nothing to agree to', () => {
    const deployment = deploymentOf(published);
    expect(holds(deployment, { policyVersion: '9' })).toBe(false);
    expect(holds(deployment, { policyVersion: '2', atMs: before })).toBe(false);
    expect(holds(deployment, { policyVersion: '2' })).toBe(true);
  });

  it('is void once the software itself takes something else than what was agreed to', () => {
    const options = {
      deployment: DEFAULT_DEPLOYMENT,
      policyVersion: '1',
      level: 'trace',
      comparison: false,
      atMs: after,
    } as const;
    const hash = inventoryHash(inventoryOf(terms, { level: 'trace', comparison: false }));
    expect(receiptStillHolds({ ...options, inventoryHash: hash })).toBe(true);
    expect(receiptStillHolds({ ...options, inventoryHash: '0'.repeat(64) })).toBe(false);
  });
});
