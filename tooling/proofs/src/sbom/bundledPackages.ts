import { build } from 'esbuild';
import { resolve } from 'node:path';
import type { InstalledPackage } from './InstalledPackage.js';
import { packageOfFile } from './readInstalled.js';
import type { ShippedUnit } from './ShippedUnit.js';

/** Bundling takes seconds, and nothing that is built changes meanwhile. */
const known = new Map<string, Promise<readonly string[]>>();

/** Paths of every module that esbuild takes into the bundles of a unit, absolute; what it makes up itself is left out. */
export function bundledFiles(unit: ShippedUnit): Promise<readonly string[]> {
  const found = known.get(unit.name) ?? findFiles(unit);
  known.set(unit.name, found);
  return found;
}

async function findFiles({ bundles }: ShippedUnit): Promise<readonly string[]> {
  const files = new Set<string>();
  for (const options of bundles) {
    const { metafile } = await build({
      ...options,
      bundle: true,
      write: false,
      metafile: true,
      legalComments: 'none',
      logLevel: 'silent',
    });
    const base = options.absWorkingDir ?? process.cwd();
    for (const input of Object.keys(metafile.inputs))
      if (!/^[\w-]+:/.test(input) && !input.startsWith('<')) files.add(resolve(base, input));
  }
  return [...files].sort();
}

/** The packages that those files come from. */
export async function bundledPackages(unit: ShippedUnit): Promise<readonly InstalledPackage[]> {
  const found = new Map<string, InstalledPackage>();
  for (const file of await bundledFiles(unit)) {
    const one = packageOfFile(file);
    found.set(one.folder, one);
  }
  return [...found.values()];
}
