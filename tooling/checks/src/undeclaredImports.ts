import { isBuiltin } from 'node:module';
import ts from 'typescript';
import type { PackageFacts } from './repository.js';

function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : String(parts[0]);
}

/**
 * Packages that a shipped file imports and its package.json does not promise to install. A development dependency is there in
 * this checkout and missing at everybody else's.
 */
export function undeclaredImports(owner: PackageFacts, path: string, text: string): string[] {
  const { importedFiles } = ts.preProcessFile(text, true, true);
  const declared = { ...owner.dependencies, ...owner.peerDependencies };
  return importedFiles
    .map(({ fileName }) => fileName)
    .filter((specifier) => !specifier.startsWith('.') && !isBuiltin(specifier))
    .map(packageOf)
    .filter((name) => name !== owner.name && !(name in declared))
    .map((name) => `${path} imports ${name}, which ${owner.name} does not have under dependencies`);
}

/** Packages of ours that are never published and that a published one would need after its installation. */
export function unpublishedDependencies(owner: PackageFacts, privateNames: ReadonlySet<string>): string[] {
  return Object.keys(owner.dependencies)
    .filter((name) => privateNames.has(name))
    .map((name) => `${owner.name} depends on ${name}, which is not published`);
}
