import { describe, expect, it } from '@jest/globals';
import { foldCounts } from './foldCounts.js';

const FROM_MS = Date.UTC(2026, 0, 14);
const COUNTS = [
  { day: '2026-01-14', host: 'browser', outcome: 'verified', count: 5 },
  { day: '2026-01-14', host: 'browser', outcome: 'FACE_MISMATCH', count: 2 },
  { day: '2026-01-15', host: 'wechat', outcome: 'EVIDENCE_INCONSISTENT', count: 3 },
  { day: '2026-01-15', host: 'wechat', outcome: 'completed', count: 1 },
  { day: '2026-01-15', host: 'browser', outcome: 'dropped:begun', count: 4 },
  { day: '2026-01-15', host: 'unknown', outcome: 'dropped:issued', count: 6 },
];

describe('foldCounts', () => {
  it('loses no session: days, hosts and groups each add up to what was counted', () => {
    const { total, days, hosts } = foldCounts(COUNTS, { fromMs: FROM_MS, dayCount: 3 });
    expect(total).toMatchObject({
      issued: 21,
      groups: { verified: 5, completed: 1, refused: 5, dropped: 10 },
      faults: 3,
    });
    expect(days.map(({ label, issued }) => [label, issued])).toEqual([
      ['2026-01-14', 7],
      ['2026-01-15', 14],
      ['2026-01-16', 0],
    ]);
    expect(hosts.map(({ label, issued }) => [label, issued])).toEqual([
      ['browser', 11],
      ['unknown', 6],
      ['wechat', 4],
    ]);
  });

  it('follows sessions down to the verdict and says where the others left', () => {
    const { funnel } = foldCounts(COUNTS, { fromMs: FROM_MS, dayCount: 2 });
    expect(funnel.map(({ step, count, lost }) => [step, count, lost])).toEqual([
      ['issued', 21, 6],
      ['begun', 15, 4],
      ['completed', 11, 0],
      ['decided', 11, 0],
    ]);
  });

  it('lists refusals before drop-offs, the most frequent first, by host', () => {
    const { reasons } = foldCounts(COUNTS, { fromMs: FROM_MS, dayCount: 2 });
    expect(reasons).toEqual([
      { outcome: 'EVIDENCE_INCONSISTENT', total: 3, byHost: [0, 0, 3] },
      { outcome: 'FACE_MISMATCH', total: 2, byHost: [2, 0, 0] },
      { outcome: 'dropped:issued', total: 6, byHost: [0, 6, 0] },
      { outcome: 'dropped:begun', total: 4, byHost: [4, 0, 0] },
    ]);
  });

  it('narrowed down to a host it still offers all hosts', () => {
    const { total, allHosts } = foldCounts(COUNTS, { fromMs: FROM_MS, dayCount: 2, host: 'wechat' });
    expect([total.issued, allHosts]).toEqual([4, ['browser', 'unknown', 'wechat']]);
  });
});
