import { randomUUID } from 'node:crypto';
import { link, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { HuotiError } from '@huoti/protocol';
import type { SecureRandom } from '@huoti/server';
import { formatMasterKey, MASTER_KEY_BYTES, parseMasterKeys, type MasterKeyList } from './parseMasterKeys.js';

const HEAD = `# Master keys of huoti. Whoever has this file and the database can read what is sealed in it: keep copies of the two apart.
# Without it nothing that is sealed can be read again. The last key wraps; the others open what they wrapped.
`;
/** Group may read, because Kubernetes hands secrets out that way; nothing else is for anybody but the owner. */
const FOR_OTHERS = 0o037;
const ID_BYTES = 4;

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code;

async function syncFolderOf(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Writes beside, forces it to the disk, and puts it in its place in one step: `replace` an older file, or only where there is none. */
async function writeSecret(path: string, text: string, { replace }: { replace: boolean }): Promise<void> {
  const draft = `${path}.${randomUUID()}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
    await file.close();
    await (replace ? rename(draft, path) : link(draft, path));
    await syncFolderOf(path);
  } finally {
    await file.close();
    await rm(draft, { force: true });
  }
}

async function readText(path: string): Promise<string> {
  let mode: number;
  let text: string;
  try {
    ({ mode } = await stat(path));
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new HuotiError('INVALID_ARGUMENT', `the master key file ${path} can't be read`, { cause: error });
  }
  if (process.platform !== 'win32' && (mode & FOR_OTHERS) !== 0) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      `others on this machine may read or write the master key file: chmod 600 ${path}`,
    );
  }
  return text;
}

const drawKey = (random: SecureRandom): { id: string; line: string } => {
  const id = `mk-${Buffer.from(random.fill(new Uint8Array(ID_BYTES))).toString('hex')}`;
  return { id, line: `${formatMasterKey(id, random.fill(new Uint8Array(MASTER_KEY_BYTES)))}\n` };
};

/**
 * Reads the file.
 *
 * @throws HuotiError INVALID_ARGUMENT where it is missing, malformed, or open to others
 */
export async function readMasterKeyFile(path: string): Promise<MasterKeyList> {
  return parseMasterKeys(await readText(path), `the master key file ${path}`);
}

/**
 * Makes the file with one fresh key, where there is none yet; of two that do so at once one makes it.
 *
 * @returns whether this call made it
 */
export async function createMasterKeyFile(
  path: string,
  { random }: { random: SecureRandom },
): Promise<boolean> {
  try {
    await writeSecret(path, HEAD + drawKey(random).line, { replace: false });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw new HuotiError('INVALID_ARGUMENT', `the master key file ${path} can't be made`, { cause: error });
  }
}

/** Adds a fresh key at the end: it wraps from now on. Gives its name. */
export async function addMasterKey(path: string, { random }: { random: SecureRandom }): Promise<string> {
  const text = await readText(path);
  parseMasterKeys(text, `the master key file ${path}`);
  const { id, line } = drawKey(random);
  await writeSecret(path, `${text.replace(/\n*$/, '\n')}${line}`, { replace: true });
  return id;
}

/**
 * Takes a key out for good. Only once nothing is under it any more: what is left under it can't be read again.
 *
 * @throws HuotiError INVALID_ARGUMENT for the current key, or one that is not there
 */
export async function removeMasterKey(path: string, id: string): Promise<void> {
  const text = await readText(path);
  const { keys, currentId } = parseMasterKeys(text, `the master key file ${path}`);
  if (!Object.hasOwn(keys, id)) throw new HuotiError('INVALID_ARGUMENT', `there is no master key ${id}`);
  if (id === currentId) throw new HuotiError('INVALID_ARGUMENT', `${id} is the current master key`);
  const left = Object.entries(keys).filter(([name]) => name !== id);
  const lines = left.map(([name, key]) => `${formatMasterKey(name, key)}\n`);
  await writeSecret(path, HEAD + lines.join(''), { replace: true });
}
