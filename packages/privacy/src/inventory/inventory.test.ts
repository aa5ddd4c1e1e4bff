import { describe, expect, it } from '@jest/globals';
import { turned } from '../../test/turned.js';
import { EVIDENCE_LEVELS, type PolicyTerms } from '../deployment/PolicyTerms.js';
import { DEFAULT_DEPLOYMENT } from '../deployment/defaultDeployment.js';
import { RETENTION_CLASSES } from '../retention/retentionClasses.js';
import { compareInventories } from './compareInventories.js';
import { DATA_INVENTORY } from './dataInventory.js';
import { DATA_ITEM_IDS } from './dataItemIds.js';
import { DECLARED_READS } from './declaredReads.js';
import type { InventoryItem } from './InventoryItem.js';
import { inventoryHash } from './inventoryHash.js';
import { inventoryOf } from './inventoryOf.js';
import { READ_REASONS } from './readReasons.js';

const { terms } = DEFAULT_DEPLOYMENT.versions[0]!;
const of = (
  changes: Partial<PolicyTerms> = {},
  level: 'none' | 'trace' | 'frames' = 'frames',
  comparison = true,
) => inventoryOf({ ...terms, ...changes }, { level, comparison });
const leaving = (level: 'none' | 'trace' | 'frames', comparison: boolean): readonly string[] =>
  of({}, level, comparison).flatMap(({ id, about, leaves }) => (leaves && about === 'face' ? [id] : []));

describe('the data inventory', () => {
  it('has each kind of data once, in the order of their names', () => {
    expect(DATA_INVENTORY.map(({ id }) => id)).toEqual([...DATA_ITEM_IDS]);
  });

  it('keeps something in every class of retention, and nothing that does not reach the server', () => {
    expect(new Set(DATA_INVENTORY.flatMap(({ kept }) => kept ?? []))).toEqual(new Set(RETENTION_CLASSES));
    for (const { kept, leavesAt } of DATA_INVENTORY) if (leavesAt === 'never') expect(kept).toBeNull();
  });

  it('lets nothing leave at a lower level than the one from which on it is taken', () => {
    for (const { id, madeAt, leavesAt } of DATA_INVENTORY) {
      if (leavesAt === 'never') continue;
      const [made, leaves] = [madeAt, leavesAt].map((level) => EVIDENCE_LEVELS.indexOf(level));
      expect({ id, early: leaves! < made! }).toEqual({ id, early: false });
    }
  });

  it('lets nothing of the face leave at level none, points at trace, pictures at frames', () => {
    expect(leaving('none', false)).toEqual([]);
    expect(leaving('trace', false)).toEqual(['face-points']);
    expect(leaving('frames', false)).toEqual(['face-points', 'face-pictures']);
  });

  it('has a template only where a face is compared', () => {
    for (const level of EVIDENCE_LEVELS) {
      expect(leaving(level, true)).toEqual([...leaving(level, false), 'face-template']);
    }
  });

  it('never lets the camera’s picture and its name leave', () => {
    for (const level of EVIDENCE_LEVELS) {
      const stays = of({}, level).filter(({ leaves }) => !leaves);
      expect(stays.map(({ id }) => id)).toEqual(expect.arrayContaining(['camera-picture', 'camera-name']));
    }
  });

  it('knows what each host has: no page’s camera in a mini-program', () => {
    const on = (host: 'wechat' | 'browser') =>
      inventoryOf(terms, { level: 'none', comparison: false, host }).map(({ id }) => id);
    expect(on('browser')).toContain('camera-integrity');
    expect(on('wechat')).not.toContain('camera-integrity');
  });

  it('says how long children’s data is kept only where children are let in', () => {
    const ages = { ...terms.ages, children: 'with-guardian' } as const;
    const times = (items: readonly InventoryItem[]) => items.map(({ childKeptMs }) => childKeptMs);
    expect(times(of()).every((time) => time === null)).toBe(true);
    expect(times(of({ ages }))).toContain(terms.childRetention.session);
  });

  it('has an identity only where a platform may do the check, and until the result stands', () => {
    const found = (platforms: PolicyTerms['platforms'] = []) =>
      of({ platforms }).find(({ id }) => id === 'platform-identity');
    expect(found()).toBeUndefined();
    expect(found(['wechat'])).toMatchObject({ leaves: true, keptMs: 0 });
    expect(compareInventories(of(), of({ platforms: ['wechat'] }))).toBe('wider');
  });

  it('has guardians only where minors are let in', () => {
    const has = (ages: PolicyTerms['ages']) => of({ ages }).some(({ id }) => id === 'guardian-consent');
    expect(has({ teens: 'refuse', children: 'refuse' })).toBe(false);
    expect(has({ teens: 'with-guardian', children: 'refuse' })).toBe(true);
  });
});

describe('declared reads', () => {
  it('are named one by one, once, as Interface.property, with a reason each', () => {
    const properties = DECLARED_READS.map(({ property }) => property);
    expect(new Set(properties).size).toBe(properties.length);
    for (const property of properties)
      expect(property).toMatch(/^[A-Z][A-Za-z0-9]*\.[A-Za-z]\w*(\([\w-]+\))?$/);
    expect(properties.filter((property) => (READ_REASONS[property] ?? '').length < 10)).toEqual([]);
    expect(Object.keys(READ_REASONS).filter((property) => !properties.includes(property))).toEqual([]);
  });

  it('hold nothing that tells one device from another', () => {
    const forbidden =
      /^(Screen|WebGL\w*|Plugin\w*|Battery\w*|Gamepad|Sensor|AudioContext|FontFace\w*|Storage|IDBFactory)\.|\.(hardwareConcurrency|deviceMemory|platform|vendor|plugins|mimeTypes|userAgentData|maxTouchPoints|cookie|groupId|measureText|toDataURL|getParameter|devicePixelRatio)$/;
    const found = DECLARED_READS.map(({ property }) => property).filter((property) =>
      forbidden.test(property),
    );
    // In a mini-program: ios or android, which the policy lists. No property of the web platform.
    expect(found).toEqual(['DeviceInfo.platform', 'SystemInfo.platform']);
  });
});

describe('inventories compared', () => {
  const retention = (changes: Partial<PolicyTerms['retention']>) => ({
    retention: { ...terms.retention, ...changes },
  });

  it('are the same as themselves, with the same hash, in whatever order their keys stand', () => {
    expect(compareInventories(of(), turned(of()))).toBe('same');
    expect(inventoryHash(turned(of()))).toBe(inventoryHash(of()));
  });

  it.each([
    ['longer', 'wider', of(), of(retention({ session: terms.retention.session * 2 }))],
    ['shorter', 'narrower', of(), of(retention({ session: 60_000 }))],
    [
      'longer and shorter',
      'different',
      of(),
      of(retention({ session: 60_000, audit: terms.retention.audit * 2 })),
    ],
    ['a higher level', 'wider', of({}, 'trace'), of({}, 'frames')],
    ['a lower level', 'narrower', of({}, 'trace'), of({}, 'none')],
    ['a comparison more', 'wider', of({}, 'trace', false), of({}, 'trace', true)],
    ['no children any more', 'narrower', of({ ages: { ...terms.ages, children: 'with-guardian' } }), of()],
  ] as const)('%s is %s', (_what, change, before, after) => {
    expect(compareInventories(before, after)).toBe(change);
    expect(inventoryHash(before)).not.toBe(inventoryHash(after));
  });

  it('a property more is wider, one less is narrower, another permission is different', () => {
    const [head, ...rest] = of() as [InventoryItem, ...InventoryItem[]];
    const reading = { ...head, reads: [...head.reads, 'Screen.width'] };
    expect(compareInventories(of(), [reading, ...rest])).toBe('wider');
    expect(compareInventories([reading, ...rest], of())).toBe('narrower');
    expect(compareInventories(of(), [{ ...head, permission: 'none' }, ...rest])).toBe('different');
  });
});
