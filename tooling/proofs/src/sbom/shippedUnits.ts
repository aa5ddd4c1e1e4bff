import type { BuildOptions } from 'esbuild';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ShippedUnit } from './ShippedUnit.js';

/** The official face packages name runtimes that are never used; every bundle of ours leaves them out. */
const withoutRuntimes: NonNullable<BuildOptions['plugins']>[number] = {
  name: 'without-runtimes',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@mediapipe\/face_(mesh|detection)$/ }, ({ path }) => ({
      path,
      namespace: 'nothing',
    }));
    onResolve(
      { filter: /^(fs|path|os|crypto|util|worker_threads|perf_hooks|string_decoder|node-fetch)$/ },
      ({ path }) => ({
        path,
        namespace: 'nothing',
      }),
    );
    onLoad({ filter: /./, namespace: 'nothing' }, () => ({ contents: 'module.exports = {};' }));
  },
};

const load = async <T>(file: string): Promise<T> => (await import(pathToFileURL(file).href)) as T;

/** Options of the bundles that the packages' own build scripts make. */
async function bundlesOf(root: string, short: string): Promise<readonly BuildOptions[]> {
  const folder = join(root, 'packages', short);
  if (short === 'core')
    return [
      {
        absWorkingDir: folder,
        entryPoints: ['dist/vision/tfjs/index.js'],
        format: 'esm',
        platform: 'neutral',
        mainFields: ['main'],
        external: ['@huoti/protocol', '@noble/hashes/*', '@tensorflow/*'],
        plugins: [withoutRuntimes],
      },
    ];
  if (short === 'adapter-browser') {
    const file = join(folder, 'scripts/bundleOptions.mjs');
    return [(await load<{ workerBundleOptions: BuildOptions }>(file)).workerBundleOptions];
  }
  if (short === 'adapter-wechat') {
    const { bundleOptions } = await load<{ bundleOptions: BuildOptions }>(
      join(folder, 'build/bundleOptions.mjs'),
    );
    return ['miniprogram', 'handOver', 'consent', 'huotiWorker'].map((entry) => ({
      ...bundleOptions,
      absWorkingDir: folder,
      entryPoints: [`build/${entry}.ts`],
    }));
  }
  return [];
}

/**
 * Everything that is shipped: each published package, the service, and the page's bundle as an integrator serves it.
 *
 * @param root of the repository, absolute
 */
export async function shippedUnits(root: string): Promise<readonly ShippedUnit[]> {
  const area = join(root, 'packages');
  const published = readdirSync(area).filter((short) => {
    const file = join(area, short, 'package.json');
    return (
      existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { private?: boolean }).private !== true
    );
  });
  const libraries = published.map(
    async (short): Promise<ShippedUnit> => ({
      name: short,
      kind: short === 'cli' ? 'application' : 'library',
      folder: join(area, short),
      bundles: await bundlesOf(root, short),
      installsDependencies: true,
    }),
  );
  const page = join(root, 'apps/demo-browser');
  return [
    ...(await Promise.all(libraries)),
    {
      name: 'liveness-server',
      kind: 'application',
      folder: join(root, 'apps/liveness-server'),
      bundles: [],
      installsDependencies: true,
    },
    {
      name: 'browser-bundle',
      kind: 'application',
      folder: page,
      bundles: [
        {
          absWorkingDir: page,
          entryPoints: ['src/main.ts', 'src/embed/main.ts'],
          outdir: 'dist',
          format: 'esm',
          platform: 'browser',
          loader: { '.css': 'empty' },
          plugins: [withoutRuntimes],
        },
        ...(await bundlesOf(root, 'adapter-browser')),
      ],
      installsDependencies: false,
    },
  ];
}
