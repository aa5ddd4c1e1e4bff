import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Changes when what is kept changes its form. */
const VERSION = 1;

/**
 * Where decoded recordings are kept between runs: under the system's folder for passing files, readable by this user
 * alone, never in the repository.
 *
 * @param fixtures folder that the recordings come from
 */
export async function workFolder(fixtures: string): Promise<string> {
  const key = createHash('sha256').update(`${VERSION}:${fixtures}`).digest('hex').slice(0, 12);
  const folder = join(tmpdir(), `huoti-actor-${key}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}
