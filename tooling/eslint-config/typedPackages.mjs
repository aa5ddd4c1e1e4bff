import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * One block a package, so that its files are parsed with its own compiler settings and a package without files costs nothing.
 *
 * @returns {{files: string[], languageOptions: {parserOptions: {project: string[], tsconfigRootDir: string}}}[]}
 */
export function typedPackages() {
  const folders = ['packages', 'apps', 'tooling'].flatMap((area) =>
    readdirSync(join(ROOT, area)).map((name) => `${area}/${name}`),
  );
  return folders
    .filter((folder) => existsSync(join(ROOT, folder, 'tsconfig.test.json')))
    .map((folder) => ({
      files: [`${folder}/{src,test}/**/*.{ts,tsx}`],
      languageOptions: {
        parserOptions: { project: [`${folder}/tsconfig.test.json`], tsconfigRootDir: ROOT },
      },
    }));
}
