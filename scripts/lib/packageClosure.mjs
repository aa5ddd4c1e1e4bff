/**
 * A package and every workspace package that it needs to be built and run.
 *
 * @param {string} name
 * @param {import('./workspacePackages.mjs').WorkspacePackage[]} packages
 * @returns {import('./workspacePackages.mjs').WorkspacePackage[]} ordered by name; empty when there is no such package
 */
export function packageClosure(name, packages) {
  const byName = new Map(packages.map((one) => [one.name, one]));
  const wanted = new Set();
  const visit = (/** @type {string} */ current) => {
    const found = byName.get(current);
    if (found === undefined || wanted.has(found)) return;
    wanted.add(found);
    found.workspaceDependencies.forEach(visit);
  };
  visit(name);
  return packages.filter((one) => wanted.has(one));
}
