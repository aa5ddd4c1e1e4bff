import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createSeededRandom } from '@huoti/core/testing';
import { createServerContext } from '../context/createServerContext.js';
import { createTestContext } from '../testing/createTestContext.js';
import { createTestMasterKeys } from '../testing/createTestMasterKeys.js';
import { driveSession } from '../testing/driveSession.js';
import { createScriptedJudge } from '../testing/createScriptedJudge.js';
import { judgeSession } from '../verdicts/judgeSession.js';
import { createLocalMasterKeys } from './createLocalMasterKeys.js';
import { openBytes } from './openBytes.js';
import { rotateMasterKey } from './rotateMasterKey.js';
import { sealBytes } from './sealBytes.js';

const random = createSeededRandom(7);
const KEY = new Uint8Array(32).fill(1);
const seal = (bytes: Uint8Array, boundTo: readonly string[] = ['a', 'b']) =>
  sealBytes({ key: KEY, bytes, boundTo, random });

describe('sealBytes', () => {
  it('gives back any bytes to whoever has the key and the words', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), fc.array(fc.string()), (bytes, boundTo) => {
        const sealed = seal(bytes, boundTo);
        expect(openBytes({ key: KEY, sealed, boundTo })).toEqual(Uint8Array.from(bytes));
      }),
    );
  });

  it('seals the same bytes differently each time', () => {
    const bytes = new Uint8Array(64);
    expect(seal(bytes)).not.toEqual(seal(bytes));
  });

  it('opens nothing of which any one byte was changed, or that was cut', () => {
    const sealed = seal(Uint8Array.of(1, 2, 3));
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = sealed.map((byte, index) => (index === at ? byte ^ 1 : byte));
      expect(() => openBytes({ key: KEY, sealed: changed, boundTo: ['a', 'b'] })).toThrow('sealed bytes');
      expect(() => openBytes({ key: KEY, sealed: sealed.subarray(0, at), boundTo: ['a', 'b'] })).toThrow(
        'sealed bytes',
      );
    }
  });

  it('opens nothing that was moved, also where the words only look alike', () => {
    const sealed = seal(Uint8Array.of(1), ['a', 'b']);
    for (const boundTo of [['ab'], ['a', 'b', ''], ['a,b'], ['b', 'a'], []]) {
      expect(() => openBytes({ key: KEY, sealed, boundTo })).toThrow('sealed bytes');
    }
    expect(() => openBytes({ key: new Uint8Array(32), sealed, boundTo: ['a', 'b'] })).toThrow('sealed bytes');
  });

  it('takes no key of another length', () => {
    const bytes = Uint8Array.of(1);
    expect(() => sealBytes({ key: new Uint8Array(16), bytes, boundTo: [], random })).toThrow('32 bytes');
    expect(() => openBytes({ key: new Uint8Array(16), sealed: bytes, boundTo: [] })).toThrow('32 bytes');
  });
});

describe('createLocalMasterKeys', () => {
  it('wraps with the current key and opens what an older one wrapped', async () => {
    const old = createLocalMasterKeys({ keys: { a: KEY }, currentId: 'a', random });
    const both = createLocalMasterKeys({ keys: { a: KEY, b: new Uint8Array(32) }, currentId: 'b', random });
    const { wrapped, masterKeyId } = await old.wrap(Uint8Array.of(5));
    expect(await both.unwrap(wrapped, masterKeyId)).toEqual(Uint8Array.of(5));
    expect((await both.wrap(KEY)).masterKeyId).toBe('b');
    await expect(both.unwrap(wrapped, 'b')).rejects.toMatchObject({ code: 'HOST_ERROR' });
    await expect(both.unwrap(wrapped, 'c')).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });

  it.each([
    ['a current key that is not there', { a: KEY }, 'b'],
    ['a key of 31 bytes', { a: KEY.subarray(1) }, 'a'],
    ['a name with a space', { 'a b': KEY }, 'a b'],
  ])('refuses %s', (_, keys, currentId) => {
    expect(() => createLocalMasterKeys({ keys, currentId, random })).toThrow('master key');
  });
});

describe('rotateMasterKey', () => {
  it('puts everything under the new key in steps, and the evidence is still readable', async () => {
    const before = await createTestContext({ masterKeys: createTestMasterKeys({ random, ids: ['old'] }) });
    const { sessionId } = await driveSession(before);
    const context = {
      ...before,
      masterKeys: createTestMasterKeys({ random, ids: ['old', 'new'], currentId: 'new' }),
    };
    expect(await rotateMasterKey(context, { limit: 1 })).toEqual({ rewrapped: 1, left: true });
    expect(await rotateMasterKey(context, { limit: 100 })).toEqual({ rewrapped: 1, left: false });
    expect(await rotateMasterKey(context)).toEqual({ rewrapped: 0, left: false });
    // The old key is taken away: what it once wrapped has to open without it.
    const after = { ...context, masterKeys: createTestMasterKeys({ random, ids: ['new'] }) };
    const judge = createScriptedJudge();
    expect(await judgeSession(after, { sessionId, judge })).toEqual({ ok: true, decided: true });
    expect((await createServerContext(after)).nonceSecret).toEqual(before.nonceSecret);
  });

  it('stops when it is told to', async () => {
    const context = await createTestContext();
    const masterKeys = createTestMasterKeys({ random, ids: ['test-1', 'new'], currentId: 'new' });
    await expect(
      rotateMasterKey({ ...context, masterKeys }, { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ code: 'ABORTED' });
  });
});

describe('createServerContext', () => {
  it('gives all processes of one service the same nonce secret, also when they start at once', async () => {
    const context = await createTestContext();
    context.store.tables.dataKeys.clear();
    const all = await Promise.all([1, 2, 3].map(() => createServerContext(context)));
    expect(new Set(all.map(({ nonceSecret }) => Buffer.from(nonceSecret).toString('hex'))).size).toBe(1);
  });
});
