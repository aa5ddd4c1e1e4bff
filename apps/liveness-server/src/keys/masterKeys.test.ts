import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createSeededRandom } from '@huoti/core/testing';
import { masterKeysContract } from '@huoti/server/testing';
import { setKeyManagement } from '../../test/support/fakeKeyManagement.mjs';
import { addMasterKey, createMasterKeyFile, removeMasterKey } from './masterKeyFile.js';
import { masterKeysFromText } from './masterKeysFromText.js';
import { openKeyManagement } from './openKeyManagement.js';
import { openMasterKeyFile } from './openMasterKeyFile.js';

const runner = { describe, it, expect };
const random = createSeededRandom(11);
const module = fileURLToPath(new URL('../../test/support/fakeKeyManagement.mjs', import.meta.url));
const KEY_A = Buffer.alloc(32, 1).toString('base64');
const KEY_B = Buffer.alloc(32, 2).toString('base64');
let root: string;
let files = 0;
const freshPath = (): string => {
  files += 1;
  return join(root, `keys-${String(files)}`);
};

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'huoti-keys-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));
afterEach(() => setKeyManagement({ currentId: 'hsm-2025', mode: 'works' }));

masterKeysContract(
  'file',
  async () => {
    const path = freshPath();
    const keys = await openMasterKeyFile({ path, random, create: true });
    return {
      keys,
      async rotate() {
        await addMasterKey(path, { random });
        return openMasterKeyFile({ path, random });
      },
    };
  },
  runner,
);

masterKeysContract(
  'setting',
  () => ({
    keys: masterKeysFromText(`a:${KEY_A}`, { random }),
    rotate: async () => masterKeysFromText(`a:${KEY_A} b:${KEY_B}`, { random }),
  }),
  runner,
);

masterKeysContract(
  'key management service',
  async () => ({
    keys: await openKeyManagement({ module }),
    rotate: () => {
      setKeyManagement({ currentId: 'hsm-2026' });
      return openKeyManagement({ module });
    },
  }),
  runner,
);

describe('a master key file', () => {
  it('is made once, for its owner alone, and leaves no draft behind', async () => {
    const path = freshPath();
    const made = await Promise.all([1, 2, 3].map(() => createMasterKeyFile(path, { random })));
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(root).filter((name) => name.startsWith(`${path.slice(root.length + 1)}.`))).toEqual(
      [],
    );
    const keys = await openMasterKeyFile({ path, random, create: true });
    const { wrapped, masterKeyId } = await keys.wrap(new Uint8Array(32));
    const again = await openMasterKeyFile({ path, random });
    expect(await again.unwrap(wrapped, masterKeyId)).toEqual(new Uint8Array(32));
  });

  it('is not made unless that is asked for: a fresh key would hide that the right one is missing', async () => {
    const path = freshPath();
    await expect(openMasterKeyFile({ path, random })).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });

  it.each([[0o644], [0o604], [0o660], [0o606]])(
    'is refused with the mode %i, open to others',
    async (mode) => {
      const path = freshPath();
      await createMasterKeyFile(path, { random });
      chmodSync(path, mode);
      const error = await openMasterKeyFile({ path, random }).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: 'INVALID_ARGUMENT' });
      expect(String(error)).toContain(`chmod 600 ${path}`);
    },
  );

  it('may be read by its group, as Kubernetes hands secrets out', async () => {
    const path = freshPath();
    await createMasterKeyFile(path, { random });
    chmodSync(path, 0o440);
    expect((await openMasterKeyFile({ path, random })).currentId).toMatch(/^mk-[0-9a-f]{8}$/);
  });

  it.each([
    ['nothing', ''],
    ['a comment alone', '# a:b\n'],
    ['a short key', `a:${KEY_A.slice(4)}`],
    ['no name', KEY_A],
    ['one name twice', `a:${KEY_A}\na:${KEY_B}`],
    ['a bad one among good ones', `a:${KEY_A}\n${KEY_B}\n`],
  ])('with %s is refused without a word of what stands in it', async (_, text) => {
    const path = freshPath();
    writeFileSync(path, text, { mode: 0o600 });
    const error = await openMasterKeyFile({ path, random }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'INVALID_ARGUMENT' });
    expect(JSON.stringify(error) + String(error)).not.toContain(KEY_A.slice(4, 20));
    expect(JSON.stringify(error) + String(error)).not.toContain(KEY_B.slice(4, 20));
  });

  it('is read again by a process that meets a key it does not know', async () => {
    const path = freshPath();
    const before = await openMasterKeyFile({ path, random, create: true });
    const oldId = before.currentId;
    const newId = await addMasterKey(path, { random });
    const after = await openMasterKeyFile({ path, random });
    const { wrapped, masterKeyId } = await after.wrap(new Uint8Array(32).fill(4));
    expect(masterKeyId).toBe(newId);
    expect(before.currentId).toBe(oldId);
    expect(await before.unwrap(wrapped, masterKeyId)).toEqual(new Uint8Array(32).fill(4));
    expect(before.currentId).toBe(newId);
  });

  it('loses a key that is no longer current, and never the current one', async () => {
    const path = freshPath();
    const keys = await openMasterKeyFile({ path, random, create: true });
    const oldId = keys.currentId;
    const newId = await addMasterKey(path, { random });
    await expect(removeMasterKey(path, newId)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    await expect(removeMasterKey(path, 'nobody')).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    await removeMasterKey(path, oldId);
    expect(readFileSync(path, 'utf8')).not.toContain(oldId);
    expect((await openMasterKeyFile({ path, random })).currentId).toBe(newId);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
});

describe('a key management service', () => {
  it('that does not answer is busy', async () => {
    const keys = await openKeyManagement({ module });
    const { wrapped, masterKeyId } = await keys.wrap(new Uint8Array(32));
    setKeyManagement({ mode: 'down' });
    const busy = { code: 'BUSY', retryable: true };
    await expect(keys.wrap(new Uint8Array(32))).rejects.toMatchObject(busy);
    await expect(keys.unwrap(wrapped, masterKeyId)).rejects.toMatchObject(busy);
  });

  it('that answers something else than a key is not believed', async () => {
    const keys = await openKeyManagement({ module });
    const { wrapped, masterKeyId } = await keys.wrap(new Uint8Array(32));
    setKeyManagement({ mode: 'talks-nonsense' });
    await expect(keys.wrap(new Uint8Array(32))).rejects.toMatchObject({ code: 'HOST_ERROR' });
    await expect(keys.unwrap(wrapped, masterKeyId)).rejects.toMatchObject({ code: 'HOST_ERROR' });
  });

  it('whose module is missing, or exports something else, is a wrong setting', async () => {
    const wrong = { code: 'INVALID_ARGUMENT' };
    await expect(openKeyManagement({ module: join(root, 'no.mjs') })).rejects.toMatchObject(wrong);
    const empty = join(root, 'empty.mjs');
    writeFileSync(empty, 'export const key = 1;');
    await expect(openKeyManagement({ module: empty })).rejects.toMatchObject(wrong);
    setKeyManagement({ currentId: '' });
    await expect(openKeyManagement({ module })).rejects.toMatchObject(wrong);
  });
});
