import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { HuotiError } from '@huoti/protocol';
import { ensureSubject, type AuditRow, type Store } from '@huoti/server';
import fastify from 'fastify';
import { consolePlugin } from '../../src/console/consolePlugin.js';
import { browse, type Browsing } from './support/browse.js';
import { makeSession } from './support/makeSession.js';
import { startConsole, type TestConsole } from './support/startConsole.js';
import { storeParts } from './support/storeParts.js';
import { syntheticJpeg } from './support/syntheticJpeg.js';

const SESSION = 'A'.repeat(22);
const OTHER = 'B'.repeat(22);
const PATH = `/console/sessions/${SESSION}/pictures/picture-1-4`;
const REASON = 'case 4711';

let desk: TestConsole;
let jpeg: Uint8Array;
let otherJpeg: Uint8Array;
let rui: Browsing;

beforeAll(async () => {
  jpeg = await syntheticJpeg(2);
  otherJpeg = await syntheticJpeg(4);
});

beforeEach(async () => {
  desk = await startConsole();
  for (const id of [SESSION, OTHER]) {
    await desk.context.store.transaction(({ sessions }) => sessions.insert(makeSession(id)));
    await storeParts(desk.context, id, {
      'picture-1-4': id === SESSION ? jpeg : otherJpeg,
      'picture-1-5': new TextEncoder().encode('<script>alert(1)</script>'),
      manifest: new TextEncoder().encode('{}'),
    });
  }
  rui = await browse(desk.app, 'rui');
});

const entries = async (action: string): Promise<readonly AuditRow[]> =>
  desk.context.store.transaction(({ audit }) => audit.list({ action }));

const look = async (browsing: Browsing, path = PATH, reason = REASON) =>
  browsing.post(path, { token: await browsing.token(), reason });

describe('a look at a picture', () => {
  it('gives the very bytes, kept nowhere, as nothing but a picture, and writes who, which, when and why', async () => {
    const answer = await look(rui);
    expect(answer.statusCode).toBe(200);
    expect(Uint8Array.from(answer.rawPayload)).toEqual(jpeg);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
    });
    const operator = await desk.context.store.transaction(({ operators }) => operators.getByName('rui'));
    expect(await entries('picture-view')).toEqual([
      {
        atMs: desk.context.time.nowMs(),
        actor: `operator:${operator?.id}`,
        action: 'picture-view',
        object: `${SESSION}/picture-1-4`,
        pseudonym: null,
        facts: { reason: REASON },
      },
    ]);
    expect(await entries('picture-refuse')).toEqual([]);
  });

  it('writes whom it is of by the pseudonym alone, also where the reviewer wrote the name', async () => {
    const { store } = desk.context;
    await ensureSubject(desk.context, { clientId: 'bank', subject: 'zhang.7788' });
    await store.transaction(({ sessions }) =>
      sessions.update(SESSION, { subject: 'zhang.7788', referenceId: 'zhang.7788-card' }),
    );
    await look(rui, PATH, 'Zhang.7788 rang about zhang.7788-card, case 1zhang.7788');
    const [entry] = await entries('picture-view');
    expect(entry?.facts).toEqual({ reason: '[person] rang about [person], case 1zhang.7788' });
    expect(entry?.pseudonym).toMatch(/^[0-9a-f]{64}$/);
  });

  it('writes one entry for each look', async () => {
    for (let index = 0; index < 3; index += 1) await look(rui);
    expect(await entries('picture-view')).toHaveLength(3);
  });

  it('shows nothing where the entry can’t be written', async () => {
    const { store } = desk.context;
    const broken: Store = {
      specificationVersion: 'v1',
      transaction: (work) =>
        store.transaction((tx) => {
          const append = (row: AuditRow): Promise<void> =>
            row.action === 'picture-view'
              ? Promise.reject(new HuotiError('BUSY', 'the database is away', { retryable: true }))
              : tx.audit.append(row);
          return work({ ...tx, audit: { ...tx.audit, append } });
        }),
    };
    const app = fastify();
    const { passwords } = desk;
    await app.register(consolePlugin, {
      context: { ...desk.context, store: broken },
      settings: { passwords },
    });
    const answer = await look(await browse(app, 'rui'));
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([503, 'text/html; charset=utf-8']);
    expect(answer.rawPayload.includes(Buffer.from(jpeg.subarray(0, 40)))).toBe(false);
    await app.close();
  });

  const refusals = [
    ['a viewer', 'role', 403],
    ['a form without its token', 'form', 403],
    ['a form with another operator’s token', 'form', 403],
    ['a page of another site', 'form', 403],
    ['no reason', 'reason', 400],
    ['a reason of spaces', 'reason', 400],
    ['a reason of 201 characters', 'reason', 400],
    ['a picture that was deleted', 'gone', 404],
    ['a picture whose blob is gone', 'unreadable', 422],
    ['a part that is no picture by name', 'gone', 404],
    ['a picture that is no JPEG', 'unreadable', 422],
    ['bytes that were changed on the disk', 'unreadable', 422],
    ['the sealed picture of another session put in its place', 'unreadable', 422],
    ['a session that does not exist', 'gone', 404],
  ] as const;

  it.each(refusals)(
    '%s: refused for %p, with an entry of its own and no other',
    async (what, why, status) => {
      const { blobs, store } = desk.context;
      const token = await rui.token();
      const blob = blobs.blobs.get(`${SESSION}/picture-1-4`)?.bytes;
      const act: Readonly<Record<(typeof refusals)[number][0], () => Promise<{ statusCode: number }>>> = {
        'a viewer': async () => look(await browse(desk.app, 'vera')),
        'a form without its token': () => rui.post(PATH, { reason: REASON }),
        'a form with another operator’s token': async () =>
          rui.post(PATH, { reason: REASON, token: await (await browse(desk.app, 'vera')).token() }),
        'a page of another site': () =>
          rui.post(PATH, { reason: REASON, token }, { headers: { origin: 'https://evil.example' } }),
        'no reason': () => look(rui, PATH, ''),
        'a reason of spaces': () => look(rui, PATH, '      '),
        'a reason of 201 characters': () => look(rui, PATH, 'x'.repeat(201)),
        'a picture that was deleted': async () => {
          await store.transaction(({ parts }) => parts.delete(SESSION, 'picture-1-4'));
          return look(rui);
        },
        'a picture whose blob is gone': async () => {
          await blobs.delete(`${SESSION}/picture-1-4`);
          return look(rui);
        },
        'a part that is no picture by name': () =>
          look(rui, `/console/sessions/${SESSION}/pictures/manifest`),
        'a picture that is no JPEG': () => look(rui, `/console/sessions/${SESSION}/pictures/picture-1-5`),
        'bytes that were changed on the disk': async () => {
          blob?.set([1, 2, 3], 60);
          return look(rui);
        },
        'the sealed picture of another session put in its place': async () => {
          await blobs.put(`${SESSION}/picture-1-4`, blobs.blobs.get(`${OTHER}/picture-1-4`)?.bytes ?? jpeg);
          return look(rui);
        },
        'a session that does not exist': () => look(rui, PATH.replace(SESSION, 'C'.repeat(22))),
      };
      expect((await act[what]()).statusCode).toBe(status);
      expect(await entries('picture-refuse')).toMatchObject([{ facts: { why } }]);
      expect(await entries('picture-view')).toEqual([]);
    },
  );

  it('a stranger’s post is not answered and can’t fill the log', async () => {
    const nobody = await browse(desk.app);
    expect((await nobody.post(PATH, { reason: REASON })).statusCode).toBe(401);
    expect(await entries('picture-refuse')).toEqual([]);
  });

  it('the log holds no text out of an address that names no picture', async () => {
    await look(rui, '/console/sessions/%3Cscript%3E/pictures/%0d%0aEvil:%201');
    expect(await entries('picture-refuse')).toMatchObject([{ object: 'picture' }]);
  });

  it('no picture answers to a link, and none is part of a page', async () => {
    expect((await rui.get(PATH)).statusCode).toBe(404);
    for (const path of ['/console', '/console/sessions', `/console/sessions/${SESSION}`, '/console/audit']) {
      expect((await rui.get(path)).body).not.toMatch(/<img|image\/jpeg|data:image|background-image/);
    }
  });
});
