import type { AuditRow, WebhookEndpointRow } from '../../ports/rows.js';
import { aDelivery, anOperator, aSession, idOf, NOON } from './contractRows.js';
import { outcomeOf } from './outcomeOf.js';
import type { StoreSuite } from './StoreHarness.js';

const anEndpoint = (name: string, changes: Partial<WebhookEndpointRow> = {}): WebhookEndpointRow => ({
  id: idOf(name),
  clientId: 'bank',
  url: 'https://bank.example/hooks?a=1',
  secret: Uint8Array.of(3, 0, 200),
  dataKeyId: idOf('key'),
  createdAtMs: NOON,
  disabledAtMs: null,
  ...changes,
});
const anEntry = (at: number, changes: Partial<AuditRow> = {}): AuditRow => ({
  atMs: NOON + at,
  actor: 'operator:1',
  action: 'picture-view',
  object: 'session:1',
  pseudonym: null,
  facts: { picture: 'picture-1-4', count: 2, allowed: true, why: null },
  ...changes,
});

/** Notices, operators and the audit log. */
export function serviceContract({ test, expect }: StoreSuite): void {
  test('endpoints are listed oldest first and disabled once, by their own client', async ({ store }) => {
    await store.transaction(async (tx) => {
      await tx.webhooks.insertEndpoint(anEndpoint('b', { createdAtMs: NOON + 1 }));
      await tx.webhooks.insertEndpoint(anEndpoint('a'));
      await tx.webhooks.insertEndpoint(anEndpoint('c', { clientId: 'shop' }));
      expect(await tx.webhooks.disableEndpoint('shop', idOf('a'), NOON)).toBe(false);
      expect(await tx.webhooks.disableEndpoint('bank', idOf('a'), NOON + 7)).toBe(true);
      expect(await tx.webhooks.disableEndpoint('bank', idOf('a'), NOON + 8)).toBe(false);
      expect(await tx.webhooks.listEndpoints('bank')).toEqual([
        anEndpoint('a', { disabledAtMs: NOON + 7 }),
        anEndpoint('b', { createdAtMs: NOON + 1 }),
      ]);
      expect(await tx.webhooks.getEndpoint(idOf('c'))).toEqual(anEndpoint('c', { clientId: 'shop' }));
      expect(await tx.webhooks.getEndpoint(idOf('nobody'))).toBe(null);
    });
  });

  test('deliveries come when they are due, oldest first, and the dead ones are kept apart', async ({
    store,
  }) => {
    await store.transaction(async (tx) => {
      await tx.sessions.insert(aSession('one'));
      await tx.webhooks.insertDelivery(aDelivery('later', 'one', { nextAtMs: NOON + 1 }));
      await tx.webhooks.insertDelivery(aDelivery('now', 'one'));
      await tx.webhooks.insertDelivery(aDelivery('before', 'one', { nextAtMs: NOON - 1 }));
      await tx.webhooks.insertDelivery(aDelivery('dead', 'one', { nextAtMs: NOON - 9 }));
      const changes = { state: 'dead', tries: 12, nextAtMs: NOON + 3, lastAnswer: 'HTTP 500' } as const;
      await tx.webhooks.updateDelivery(idOf('dead'), changes);
      await tx.webhooks.updateDelivery(idOf('nobody'), changes);
      const due = await tx.webhooks.due(NOON, 9);
      expect(due.map(({ id }) => id)).toEqual([idOf('before'), idOf('now')]);
      expect((await tx.webhooks.due(NOON, 1)).length).toBe(1);
      expect(await tx.webhooks.dead('bank', 9)).toEqual([aDelivery('dead', 'one', changes)]);
      expect(await tx.webhooks.dead('shop', 9)).toEqual([]);
      expect(await tx.webhooks.getDelivery(idOf('now'))).toEqual(aDelivery('now', 'one'));
    });
  });

  test('an operator has a name of his own', async ({ store }) => {
    await store.transaction(async (tx) => {
      await tx.operators.insert(anOperator('li'));
      await tx.operators.insert(anOperator('bo', { role: 'reviewer' }));
      expect((await tx.operators.list()).map(({ name }) => name)).toEqual(['bo', 'li']);
      await tx.operators.update(idOf('operator-li'), { passwordHash: 'new', disabledAtMs: NOON });
      await tx.operators.update(idOf('operator-li'), {});
      const changed = anOperator('li', { passwordHash: 'new', disabledAtMs: NOON });
      expect(await tx.operators.getByName('li')).toEqual(changed);
      expect(await tx.operators.get(idOf('operator-li'))).toEqual(changed);
      expect(await tx.operators.getByName('LI')).toBe(null);
    });
    const second = store.transaction((tx) =>
      tx.operators.insert({ ...anOperator('li'), id: idOf('another') }),
    );
    expect(await outcomeOf(second)).toBe('HOST_ERROR');
    expect((await store.transaction((tx) => tx.operators.list())).length).toBe(2);
  });

  test('a sign-in lasts until it is extended, ended or over', async ({ store }) => {
    await store.transaction(async (tx) => {
      await tx.operators.insert(anOperator('li'));
      const operatorId = idOf('operator-li');
      await tx.operators.insertSignIn({ id: 'hash-1', operatorId, expiresAtMs: NOON });
      await tx.operators.insertSignIn({ id: 'hash-2', operatorId, expiresAtMs: NOON });
      await tx.operators.insertSignIn({ id: 'hash-3', operatorId, expiresAtMs: NOON });
      await tx.operators.extendSignIn('hash-2', NOON + 9);
      await tx.operators.extendSignIn('nobody', NOON + 9);
      expect(await tx.operators.getSignIn('hash-2')).toEqual({ operatorId, expiresAtMs: NOON + 9 });
      await tx.operators.deleteSignIn('hash-3');
      expect(await tx.operators.getSignIn('hash-3')).toBe(null);
      expect(await tx.operators.deleteSignInsBefore(NOON + 1)).toBe(1);
      expect(await tx.operators.getSignIn('hash-1')).toBe(null);
    });
  });

  test('the audit log is read newest first, by object and by action', async ({ store }) => {
    await store.transaction(async (tx) => {
      await tx.audit.append(anEntry(0));
      await tx.audit.append(anEntry(1, { object: 'session:2' }));
      await tx.audit.append(anEntry(1, { action: 'sign-in', facts: {} }));
      expect(await tx.audit.list({})).toEqual([
        anEntry(1, { action: 'sign-in', facts: {} }),
        anEntry(1, { object: 'session:2' }),
        anEntry(0),
      ]);
      expect(await tx.audit.list({ object: 'session:1', action: 'picture-view' })).toEqual([anEntry(0)]);
      expect((await tx.audit.list({ limit: 2 })).length).toBe(2);
    });
  });
}
