import type { InstalledPackage } from './InstalledPackage.js';
import { findInstalled, readInstalled } from './readInstalled.js';

/** Packages, each with what it needs itself. */
export type DependencyGraph = ReadonlyMap<
  string,
  { readonly one: InstalledPackage; readonly needs: readonly string[] }
>;

/** A package's name in a graph: its folder, since two versions may be there. */
export const keyOf = ({ folder }: InstalledPackage): string => folder;

/**
 * All that comes with some packages when they are installed without what is for development, they themselves included.
 *
 * @throws TypeError where something that is needed is not installed
 */
export function productionClosure(roots: readonly InstalledPackage[]): DependencyGraph {
  const graph = new Map<string, { one: InstalledPackage; needs: string[] }>();
  const visit = (one: InstalledPackage): void => {
    const key = keyOf(one);
    if (graph.has(key)) return;
    const node = { one, needs: [] as string[] };
    graph.set(key, node);
    for (const name of [...one.needs, ...one.mayUse]) {
      const folder = findInstalled(one.folder, name);
      if (folder === null) {
        if (one.mayUse.includes(name)) continue;
        throw new TypeError(`${one.name} needs ${name}, which is not installed: npm run setup`);
      }
      const needed = readInstalled(folder);
      node.needs.push(keyOf(needed));
      visit(needed);
    }
  };
  roots.forEach(visit);
  return graph;
}
