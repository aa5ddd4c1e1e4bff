import { beforeEach, describe, expect, it } from '@jest/globals';
import { runDeletion } from '@huoti/server';
import { unzipSync } from 'fflate';
import { browse, type Browsing } from './support/browse.js';
import { seedRights, type SeededRights } from './support/seedRights.js';
import { startConsole, type TestConsole } from './support/startConsole.js';

/** A Thursday noon, 20:00 in Shanghai: the default zone of a deployment. */
const START_MS = Date.UTC(2026, 0, 15, 12);

/** The first one draws a face, on a machine that may be busy, ms. */
const HOOK_MS = 120_000;

let desk: TestConsole;
let ids: SeededRights;
let rui: Browsing;
let vera: Browsing;
beforeEach(async () => {
  desk = await startConsole({ startMs: START_MS });
  ids = await seedRights(desk.context);
  rui = await browse(desk.app, 'rui');
  vera = await browse(desk.app, 'vera');
}, HOOK_MS);

const caseOf = (id: string) => desk.context.store.transaction((tx) => tx.rightsCases.get(id));
const audit = (action: string) => desk.context.store.transaction((tx) => tx.audit.list({ action }));
const post = async (who: Browsing, path: string, form: Record<string, string>) =>
  who.post(`/console/rights${path}`, { token: await who.token(), ...form });
const order = (body: string): string[] =>
  [...body.matchAll(/<th scope="row"[^>]*><a href="\/console\/rights\/([\w-]{22})"/g)].map(
    ([, id = '']) => id,
  );

describe('the list of requests', () => {
  it('shows what waits, the earliest due first, overdue ones in words and not by colour alone', async () => {
    const { body } = await vera.get('/console/rights');
    expect(order(body)).toEqual([
      ...[ids.overdue, ids.delete, ids.restrict, ids.withdraw, ids.correct, ids.portability, ids.access],
    ]);
    const rows = body.split('<tr');
    const late = rows.filter((row) => row.includes(' class="failed"'));
    expect(late).toHaveLength(1);
    expect(late[0]).toContain('overdue by 4 working days');
    expect(body).toContain('1 working day left');
    expect(body).toContain('15 working days left');
    expect(body).toContain('1 request of a person is overdue.');
  });

  it.each([
    ['?state=refused', () => [ids.refused]],
    ['?state=all&client=lending', () => [ids.refused, ids.done]],
    ['?kind=delete', () => [ids.delete]],
    ['?subject=cust-208812', () => [ids.withdraw, ids.correct]],
    ['?subject=nobody', () => []],
  ])('%s narrows it down', async (query, expected) => {
    expect(order((await vera.get(`/console/rights${query}`)).body)).toEqual(expected());
  });

  it.each(['?state=lost', '?kind=forget', "?subject=' or 1=1", '?client=<b>'])(
    '%s is not read as another filter',
    async (query) => {
      expect((await vera.get(`/console/rights${encodeURI(query)}`)).statusCode).toBe(400);
    },
  );

  it('is announced on the overview, and the number of stored people as it nears the threshold', async () => {
    const threshold = desk.context.settings.filingThreshold;
    const stored = Math.ceil(threshold * 0.8);
    await desk.context.store.transaction((tx) =>
      tx.counters.put({ name: 'stored-people', value: stored, atMs: desk.context.time.nowMs() }),
    );
    const { body } = await vera.get('/console');
    expect(body).toContain('1 request of a person is overdue.');
    expect(body).toContain('80,000 people have a face stored here; from 100,000 on');
  });
});

describe('one request', () => {
  it('tells how much is kept, never shows a picture, and gives a viewer no way to act', async () => {
    const { body } = await vera.get(`/console/rights/${ids.access}`);
    expect(body).toMatch(/Pictures of the face<\/dt><dd>3</);
    expect(body).toContain('Only a reviewer may act.');
    expect(body).toContain('Only a reviewer may see who did what.');
    expect(body).not.toMatch(/<img|\/pictures\/|action="\/console\/rights/);
    expect((await vera.get(`/console/rights/${ids.access}?step=done`)).body).not.toContain('Are you sure?');
  });

  it('shows a reviewer who did what with it', async () => {
    const { body } = await rui.get(`/console/rights/${ids.refused}`);
    expect(body).toContain('rights-close');
    expect(body).toContain('The person could not show that the account is theirs.');
    expect(body).toContain('It is answered: there is nothing left to do.');
  });

  it('is a 404 where there is none', async () => {
    for (const id of ['x'.repeat(22), '..%2f..', '<script>']) {
      expect((await rui.get(`/console/rights/${encodeURIComponent(id)}`)).statusCode).toBe(404);
    }
  });
});

describe('a reviewer', () => {
  it('is asked again before a deletion, and has to type the person’s name', async () => {
    const page = await rui.get(`/console/rights/${ids.delete}?step=done`);
    expect(page.body).toContain('Type the person’s name cust-104417 to confirm');
    expect((await caseOf(ids.delete))?.state).toBe('open');
    for (const subject of ['', 'cust-104418', ' cust-104417', 'CUST-104417']) {
      const wrong = await post(rui, `/${ids.delete}/close`, { outcome: 'done', subject });
      expect([subject, wrong.statusCode]).toEqual([subject, 400]);
      expect(wrong.body).toContain('what you typed is not the person’s name');
    }
    expect((await caseOf(ids.delete))?.state).toBe('open');
    const right = await post(rui, `/${ids.delete}/close`, { outcome: 'done', subject: 'cust-104417' });
    expect([right.statusCode, right.headers.location]).toEqual([
      303,
      `/console/rights/${ids.delete}?did=deleting`,
    ]);
    expect(await caseOf(ids.delete)).toMatchObject({
      state: 'running',
      closedBy: expect.stringMatching(/^operator:/),
    });
    await runDeletion(desk.context, { deletionId: (await caseOf(ids.delete))?.deletionId ?? '' });
    const after = await rui.get(`/console/rights/${ids.delete}`);
    expect(after.body).toContain('The last backup that may hold a copy is gone on');
    expect(after.body).toContain('Nothing is kept of this person any more.');
    expect(after.body).not.toContain('cust-104417');
  });

  it('takes the archive as a file, and it is written down first', async () => {
    const answer = await post(rui, `/${ids.access}/archive`, { language: 'zh-CN' });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/zip']);
    expect(answer.headers['cache-control']).toBe('no-store');
    const files = unzipSync(answer.rawPayload);
    expect(Object.keys(files).filter((path) => path.startsWith('pictures/'))).toHaveLength(3);
    expect(Buffer.from(files['index.html'] ?? []).toString()).toContain('<html lang="zh-CN"');
    expect(await audit('rights-archive')).toMatchObject([
      { object: ids.access, actor: expect.stringMatching(/^operator:/) },
    ]);
  });

  it('seals a document to another operator’s key, and is told what is wrong with a key that is none', async () => {
    const { portableKey } = await import('@huoti/server');
    const { open, secret } = await portableKey(desk.context);
    for (const recipient of ['', 'no json', '{}', JSON.stringify(secret)]) {
      const wrong = await post(rui, `/${ids.portability}/portable`, { recipient });
      expect(wrong.statusCode).toBe(400);
      expect(wrong.body).toContain('this is no public key on P-256');
      expect(wrong.body).not.toContain(secret.d);
    }
    const right = await post(rui, `/${ids.portability}/portable`, { recipient: JSON.stringify(open) });
    expect(right.headers['content-type']).toMatch(/^application\/jose/);
    expect(right.body).toMatch(/^[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/);
  });

  it('refuses with a note, corrects an age, restricts, and lifts a restriction', async () => {
    const none = await post(rui, `/${ids.withdraw}/close`, { outcome: 'refused', note: '  ' });
    expect([none.statusCode, none.body]).toEqual([
      400,
      expect.stringContaining('a note of 1 to 500 characters'),
    ]);
    const refused = await post(rui, `/${ids.withdraw}/close`, { outcome: 'refused', note: '并非本人' });
    expect(refused.statusCode).toBe(303);
    expect(await caseOf(ids.withdraw)).toMatchObject({ state: 'refused', note: '并非本人' });

    await post(rui, `/${ids.correct}/correct`, { age: 'teen' });
    const subjectOf = (name: string) =>
      desk.context.store.transaction((tx) => tx.subjects.get('mobile-bank', name));
    expect((await subjectOf('cust-208812'))?.ageBand).toBe('teen');

    expect((await subjectOf('cust-208812'))?.restrictedAtMs).not.toBeNull();
    expect((await rui.get(`/console/rights/${ids.correct}`)).body).toContain('Allow the use again');
    await post(rui, `/${ids.correct}/lift`, {});
    expect((await subjectOf('cust-208812'))?.restrictedAtMs).toBeNull();

    await post(rui, `/${ids.restrict}/close`, { outcome: 'done' });
    expect((await subjectOf('cust-104417'))?.restrictedAtMs).toBe(START_MS);
  });

  it('records a request that came by letter, with the day it came', async () => {
    const form = { client: 'lending', subject: 'cust-9', kind: 'access' };
    const made = await post(rui, '', { ...form, day: '2026-01-14' });
    expect(made.statusCode).toBe(303);
    const id = String(made.headers.location).slice('/console/rights/'.length, '/console/rights/'.length + 22);
    // The day begins at midnight in the operator's zone.
    expect(await caseOf(id)).toMatchObject({
      receivedAtMs: Date.UTC(2026, 0, 13, 16),
      subject: 'cust-9',
      clientId: 'lending',
    });
    for (const day of ['2026-01-16', '2026-02-30', '', 'yesterday']) {
      const wrong = await post(rui, '', { ...form, kind: 'delete', day });
      expect([day, wrong.statusCode]).toEqual([day, 400]);
    }
  });
});

describe('attacks on the pages of requests', () => {
  const ACTS = ['', '/close', '/archive', '/portable', '/correct', '/lift'] as const;
  const path = (act: string) => (act === '' ? '' : `/${ids.access}${act}`);

  it('a viewer is refused each act, and it is noted', async () => {
    for (const act of ACTS) {
      expect([act, (await post(vera, path(act), { outcome: 'done' })).statusCode]).toEqual([act, 403]);
    }
    expect((await audit('rights-refuse')).map(({ facts }) => facts)).toEqual(
      ACTS.map(() => ({ why: 'role' })),
    );
    expect((await caseOf(ids.access))?.state).toBe('open');
  });

  it('a page of another site can’t act through a reviewer’s browser', async () => {
    for (const act of ACTS) {
      const token = await rui.token();
      const form = { token, outcome: 'done' };
      const foreign = await rui.post(`/console/rights${path(act)}`, form, {
        headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      });
      expect([act, foreign.statusCode]).toEqual([act, 403]);
      const guessed = await rui.post(`/console/rights${path(act)}`, { ...form, token: 'x'.repeat(43) });
      expect([act, guessed.statusCode]).toEqual([act, 403]);
    }
    expect((await caseOf(ids.access))?.state).toBe('open');
    expect(await audit('rights-archive')).toEqual([]);
  });

  it('what is typed is shown as text', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    await post(rui, `/${ids.access}/close`, { outcome: 'refused', note: evil });
    const { body } = await rui.get(`/console/rights/${ids.access}`);
    expect(body).not.toContain(evil);
    expect(body).toContain('&#60;img src');
  });
});
