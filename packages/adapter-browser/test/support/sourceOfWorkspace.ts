import type { Plugin } from 'esbuild';
import { fileURLToPath } from 'node:url';

const packages = fileURLToPath(new URL('../../../', import.meta.url));

/** Resolves workspace packages to their sources, so that a test needs no build. */
export const sourceOfWorkspace: Plugin = {
  name: 'source-of-workspace',
  setup(build) {
    build.onResolve({ filter: /^@huoti\/(protocol|core)(\/|$)/ }, ({ path }) => {
      const [, name, ...inner] = path.split('/');
      return { path: `${packages}${name}/src/${inner.length > 0 ? `${inner.join('/')}/` : ''}index.ts` };
    });
  },
};
