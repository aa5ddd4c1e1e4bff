import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));

/** Recordings of real people, kept outside of the repository. */
export interface Footage {
  /** Absolute, ends in a slash. */
  readonly folder: string;
  /** Whether there is any. Without it, and where it is not required, a line has said what is left out. */
  readonly present: boolean;
}

/**
 * Looks for the recordings: `HUOTI_FIXTURES`, else beside the repository.
 *
 * @param suite named in the line that says it is left out
 * @throws TypeError where they are required and not there
 */
export function findFootage(suite: string): Footage {
  const folder = `${process.env.HUOTI_FIXTURES || `${repository}../shared/fixtures`}/`;
  if (existsSync(folder)) return { folder, present: true };
  const missing = `${suite}: there is no real footage in ${folder}`;
  if (process.env.HUOTI_REQUIRE_FIXTURES === '1') throw new TypeError(`${missing}, and it is required`);
  console.warn(`left out, ${missing}`);
  return { folder, present: false };
}
