import { beforeEach, describe, expect, it } from '@jest/globals';
import { HOST_KINDS, type BeginRequest, type HostKind } from '@huoti/protocol';
import { beginPlan } from '../sessions/beginPlan.js';
import { issueSession } from '../sessions/issueSession.js';
import { viewSession } from '../sessions/viewSession.js';
import { createTestContext, type TestContext } from '../testing/createTestContext.js';
import { answered, driveSession, TEST_BEGIN } from '../testing/driveSession.js';
import { auditClearance } from './auditClearance.js';

const from = (kind: HostKind): BeginRequest => ({ ...TEST_BEGIN, host: { ...TEST_BEGIN.host, kind } });
const CLEARANCE = 'contract 2026-117, 人脸信息';
let context: TestContext;
const cleared = () => createTestContext({ settings: { wechatFaceClearance: CLEARANCE } });

/** How a begin from a host ends under a policy. */
async function beginFrom(kind: HostKind, policy: string): Promise<string> {
  const { sessionId } = await driveSession(context, { until: 'consented', request: { policy } });
  const answer = await beginPlan(context, { sessionId, request: from(kind) });
  return answer.ok ? 'begun' : answer.refusal.code;
}
const audited = (action: string) => context.store.transaction((tx) => tx.audit.list({ action }));

beforeEach(async () => {
  context = await createTestContext();
});

describe('a mini-program', () => {
  it.each(['wechat', 'alipay', 'douyin'] as const)(
    'of kind %s sends nothing but an outcome',
    async (kind) => {
      expect(await beginFrom(kind, 'device-only')).toBe('begun');
      expect(await beginFrom(kind, 'trace')).toBe('HOST_FORBIDS');
      expect(await beginFrom(kind, 'default')).toBe('HOST_FORBIDS');
      context = await cleared();
      expect(await beginFrom(kind, 'default')).toBe('HOST_FORBIDS');
    },
  );

  it('that is refused has begun nothing: no try, no host, no plan', async () => {
    const { sessionId, row } = await driveSession(context, {
      until: 'consented',
      request: { policy: 'trace' },
    });
    await beginPlan(context, { sessionId, request: from('wechat') });
    expect(await row()).toMatchObject({ state: 'issued', host: null, planJws: null });
    expect(context.store.tables.attempts.size).toBe(0);
  });
});

describe("a page in a WeChat mini-program's web-view", () => {
  it('sends no pictures without a clearance, and says what to do', async () => {
    expect(await beginFrom('wechat-web-view', 'device-only')).toBe('begun');
    expect(await beginFrom('wechat-web-view', 'trace')).toBe('begun');
    const { sessionId } = await driveSession(context, { until: 'consented' });
    const answer = await beginPlan(context, { sessionId, request: from('wechat-web-view') });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'HOST_FORBIDS' } });
    expect(answer.ok ? '' : answer.refusal.detail).toMatch(/wechatFaceClearance/);
  });

  it('sends them with one, and each use stands in the audit log with its reference', async () => {
    context = await cleared();
    const { sessionId } = await driveSession(context, { until: 'consented' });
    for (let again = 0; again < 2; again += 1) {
      answered(await beginPlan(context, { sessionId, request: from('wechat-web-view') }));
    }
    expect(await audited('wechat-clearance-use')).toEqual([
      expect.objectContaining({
        actor: `client:${sessionId}`,
        object: sessionId,
        facts: { reference: CLEARANCE },
      }),
    ]);
  });

  it('uses no clearance where it sends no pictures', async () => {
    context = await cleared();
    expect(await beginFrom('wechat-web-view', 'trace')).toBe('begun');
    expect(await beginFrom('browser', 'default')).toBe('begun');
    expect(await audited('wechat-clearance-use')).toEqual([]);
  });
});

describe('the hosts that a session is refused on', () => {
  it.each([
    ['device-only', []],
    ['trace', ['wechat', 'alipay', 'douyin']],
    ['default', ['wechat', 'alipay', 'douyin', 'wechat-web-view']],
  ])('are told before it begins, to backend and client, at policy %s', async (policy, hosts) => {
    const { body: issued } = answered(await issueSession(context, { clientId: 'bank', request: { policy } }));
    const { body: view } = answered(await viewSession(context, { sessionId: issued.sessionId }));
    expect([issued.refusedHosts, view.refusedHosts]).toEqual([hosts, hosts]);
  });

  it('are exactly those that a begin refuses', async () => {
    for (const policy of ['device-only', 'trace', 'default']) {
      const { body } = answered(await issueSession(context, { clientId: 'bank', request: { policy } }));
      const refusedOnes: string[] = [];
      for (const kind of HOST_KINDS) {
        if ((await beginFrom(kind, policy)) === 'HOST_FORBIDS') refusedOnes.push(kind);
        // So that sessions that began do not add up to too many tries.
        context.store.tables.attempts.clear();
      }
      expect(refusedOnes.sort()).toEqual([...body.refusedHosts].sort());
    }
  });

  it('leave out the web-view where there is a clearance', async () => {
    context = await cleared();
    const { body } = answered(await issueSession(context, { clientId: 'bank', request: {} }));
    expect(body.refusedHosts).toEqual(['wechat', 'alipay', 'douyin']);
  });
});

describe('a clearance', () => {
  it('is written into the audit log at the start, and nothing is where there is none', async () => {
    await auditClearance(context);
    expect(await audited('wechat-clearance-set')).toEqual([]);
    context = await cleared();
    await auditClearance(context);
    expect(await audited('wechat-clearance-set')).toEqual([
      expect.objectContaining({ actor: 'system', facts: { reference: CLEARANCE } }),
    ]);
  });

  it.each(['', ' ', 'x'.repeat(129), 'two\nlines', 'tab\t', ' padded', '\u0000', '\u202eturned'])(
    'of the text %j is none',
    async (wechatFaceClearance) => {
      await expect(createTestContext({ settings: { wechatFaceClearance } })).rejects.toMatchObject({
        code: 'INVALID_ARGUMENT',
        message: expect.stringMatching(/wechatFaceClearance/),
      });
    },
  );
});
