import { readdirSync } from 'node:fs';

const folder = new URL('../../mutations/', import.meta.url);

/**
 * The list, in the order of names: a file each.
 *
 * @returns {Promise<ReadonlyMap<string, import('./Mutation.mjs').Mutation>>}
 */
export async function readMutations() {
  /** @type {Map<string, import('./Mutation.mjs').Mutation>} */
  const found = new Map();
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.mjs')) continue;
    const { mutation } = await import(new URL(file, folder).href);
    found.set(file.replace('.mjs', ''), mutation);
  }
  return found;
}
