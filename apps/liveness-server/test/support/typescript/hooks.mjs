import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { jestConfig } from '@huoti/jest-config';

// swc is jest's, so that a child process runs what the tests run.
const { transform } = createRequire(createRequire(import.meta.url).resolve('@huoti/jest-config'))(
  '@swc/core',
);
const { moduleNameMapper } = jestConfig({ packageName: 'child' });
const MAPPED = Object.entries(moduleNameMapper)
  // The engine as it was built: its sources load packages that jest alone puts something in the place of.
  .filter(([pattern]) => pattern.startsWith('^@huoti') && !pattern.includes('vision/tfjs'))
  .map(([pattern, target]) => [new RegExp(pattern), String(target)]);

/** Workspace packages by their sources, and `.js` by the `.ts` that it will be made of. */
export async function resolve(specifier, context, next) {
  for (const [pattern, target] of MAPPED) {
    if (pattern.test(specifier)) {
      return next(pathToFileURL(specifier.replace(pattern, target)).href, context);
    }
  }
  const isOwn = specifier.startsWith('.') && specifier.endsWith('.js') && context.parentURL?.endsWith('.ts');
  return next(isOwn ? specifier.replace(/\.js$/, '.ts') : specifier, context);
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const { code } = await transform(await readFile(fileURLToPath(url), 'utf8'), {
    filename: fileURLToPath(url),
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  });
  return { format: 'module', source: code, shortCircuit: true };
}
