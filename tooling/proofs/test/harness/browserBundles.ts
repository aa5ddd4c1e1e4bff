import { build } from 'esbuild';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

/** One entry point of a published package. */
export interface BrowserEntry {
  /** For example `@huoti/core/vision/tfjs`. */
  readonly name: string;
  /** For a page; `null` where it needs Node, or a host that is no browser. */
  readonly script: string | null;
  /** Modules that a browser does not have, where there are any. */
  readonly foreign: readonly string[];
}

interface PackageJson {
  readonly name: string;
  readonly private?: boolean;
  readonly exports?: Readonly<Record<string, string | { readonly import?: string }>>;
}

const isScript = (target: string): boolean => /\.m?js$/.test(target);

/** Every script that a published package offers, found in the workspace: a new package is among them by itself. */
function entriesOf(folder: string): { name: string; file: string }[] {
  const json = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageJson;
  if (json.private === true) return [];
  return Object.entries(json.exports ?? {}).flatMap(([entry, target]) => {
    const file = typeof target === 'string' ? target : target.import;
    if (file === undefined || entry.includes('*') || !isScript(file)) return [];
    return [{ name: entry.replace('.', json.name), file: join(folder, file) }];
  });
}

/** Bundles each by itself, as an application's bundler does that keeps everything. */
export async function browserBundles(): Promise<readonly BrowserEntry[]> {
  const area = join(ROOT, 'packages');
  const entries = readdirSync(area)
    .map((short) => join(area, short))
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .flatMap(entriesOf);
  return Promise.all(
    entries.map(async ({ name, file }) => {
      if (!existsSync(file)) throw new TypeError(`${file} is missing: npx turbo run build`);
      const foreign = new Set<string>();
      const { outputFiles } = await build({
        // By a namespace that is kept, nothing is shaken off.
        stdin: { contents: `export * as whole from ${JSON.stringify(file)};`, resolveDir: ROOT },
        bundle: true,
        write: false,
        format: 'esm',
        platform: 'browser',
        ignoreAnnotations: true,
        define: { 'process.env.NODE_ENV': '"production"' },
        logLevel: 'silent',
        plugins: [
          {
            name: 'what-a-browser-has-not',
            setup({ onResolve, onLoad }) {
              onResolve({ filter: /^(node:|@tarojs\/)/ }, ({ path }) => {
                foreign.add(path);
                return { path, external: true };
              });
              // What compilers of wasm write for Node beside the rest: bundlers for pages put nothing in its place, and so does this.
              onResolve({ filter: /^[a-z_/]+$/ }, ({ path }) =>
                isBuiltin(path) ? { path, namespace: 'nothing' } : undefined,
              );
              onLoad({ filter: /./, namespace: 'nothing' }, () => ({ contents: 'module.exports = {};' }));
            },
          },
        ],
      }).catch((error: unknown) => {
        foreign.add(`does not bundle: ${String(error)}`);
        return { outputFiles: [] };
      });
      return {
        name,
        script: foreign.size === 0 ? (outputFiles[0]?.text ?? null) : null,
        foreign: [...foreign].sort(),
      };
    }),
  );
}
