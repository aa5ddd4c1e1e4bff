import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));

/**
 * Folder of the recordings of real people, kept outside of the repository: `HUOTI_FIXTURES`, else beside it. `null` where there
 * are none, after a line has said what is left out; throws where they are required.
 */
export function footageFolder(suite: string): string | null {
  const folder = `${process.env.HUOTI_FIXTURES || `${repository}../shared/fixtures`}/`;
  if (existsSync(folder)) return folder;
  const missing = `${suite}: there is no real footage in ${folder}`;
  if (process.env.HUOTI_REQUIRE_FIXTURES === '1') throw new TypeError(missing);
  console.warn(`left out, ${missing}`);
  return null;
}
