import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { bannedDependencies } from '../src/bannedDependencies.js';
import { committedPictures } from '../src/committedPictures.js';
import { committedWeights } from '../src/committedWeights.js';
import { forbiddenWords } from '../src/forbiddenWords.js';
import { unfitLicences, type LicenceList } from '../src/licences.js';
import { longSourceFiles } from '../src/longSourceFiles.js';
import { newerThanOldBrowsers } from '../src/newerThanOldBrowsers.js';
import { publicNameChanges, publicNames } from '../src/publicNames.js';
import {
  filesUnder,
  packagesIn,
  publishedPackages,
  repositoryFiles,
  ROOT,
  type PackageFacts,
} from '../src/repository.js';
import { reachableFiles } from '../src/reachableFiles.js';
import { runProbe } from '../src/runProbe.js';
import { undeclaredImports, unpublishedDependencies } from '../src/undeclaredImports.js';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const files = repositoryFiles();
const published = publishedPackages();
const isScript = (name: string): boolean => name.endsWith('.js');
const distOf = (folder: string): string[] => {
  const scripts = filesUnder(join(folder, 'dist'), isScript);
  if (scripts.length === 0)
    throw new TypeError(`${folder} is not built: run npm test in the root, or turbo run build`);
  return scripts;
};

/** Every file that a package.json names under `exports` and `bin`, absolute. */
function entryFiles({ folder }: PackageFacts): string[] {
  const json = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    exports?: object;
    bin?: object;
  };
  const targets = (value: unknown): string[] => {
    if (typeof value === 'string') return value.includes('*') ? [] : [join(folder, value)];
    return Object.values((value ?? {}) as object).flatMap(targets);
  };
  return [...targets(json.exports), ...targets(json.bin)];
}

/** Scripts that a worker runs: starting is what they are for. */
const WORKERS: ReadonlySet<string> = new Set(['@huoti/adapter-browser/landmarkerWorker']);

/** What a bundler alone can load: styles, and components over Taro, whose modules wait for names that its build puts in. */
const FOR_A_BUNDLER: ReadonlySet<string> = new Set(['@huoti/ui-taro', '@huoti/ui-taro/styles.css']);

/** Names that an import leaves on the global object, each with its reason. */
const EXPECTED_EFFECTS: Readonly<Record<string, readonly string[]>> = {
  // TensorFlow.js keeps its engine there on purpose, so that two copies of it share one.
  '@huoti/core/vision/tfjs': ['global _tfGlobals', 'global _tfengine'],
  // Networks that compare faces run on the same engine.
  '@huoti/embedder': ['global _tfGlobals', 'global _tfengine'],
  // It compares templates by the embedder's calibration.
  '@huoti/server': ['global _tfGlobals', 'global _tfengine'],
  // Its fakes hold what the server keeps.
  '@huoti/server/testing': ['global _tfGlobals', 'global _tfengine'],
  // A program for a terminal: it brings the engine along.
  '@huoti/cli': ['global _tfGlobals', 'global _tfengine'],
  // Lit notes its versions, and outside of a browser stands in for the registry of elements; ours defines none.
  '@huoti/ui-browser': [
    'global litServerRoot',
    'global customElements',
    'global litPropertyMetadata',
    'global reactiveElementVersions',
    'global litHtmlVersions',
    'global litElementVersions',
  ],
};

describe('the repository', () => {
  it('has no source file that has outgrown one job', () => {
    expect(longSourceFiles(files, (path) => read(path).trimEnd().split('\n').length)).toEqual([]);
  });

  it('has no path of a machine, no address of a registry, no banned name', () => {
    const text = /\.(ts|mts|mjs|cjs|js|json|md|html|css|yaml|yml|sh|txt|csv|svg)$|^\.ci\/|^[^/]+$/;
    expect(
      files.filter((path) => text.test(path)).flatMap((path) => forbiddenWords(path, read(path))),
    ).toEqual([]);
  });

  it('has no picture and no recording but synthetic ones in their folder', () => {
    expect(committedPictures(files)).toEqual([]);
  });

  it('has no weights, no wasm and no other large file', () => {
    const sizes = files.map((path) => ({ path, bytes: statSync(join(ROOT, path)).size }));
    expect(committedWeights(sizes)).toEqual([]);
  });

  it('has no banned package in its lockfile', () => {
    expect(bannedDependencies(read('pnpm-lock.yaml'))).toEqual([]);
  });

  it('keeps secrets and what is built out of version control', () => {
    expect(
      files.filter((path) => /(\.pem|\.key|\.tsbuildinfo)$|(^|\/)(dist|reports|\.cache)\//.test(path)),
    ).toEqual([]);
  });
});

describe('published packages', () => {
  it('depend on permissive licences only', () => {
    const args = [
      'licenses',
      'list',
      '--json',
      '--prod',
      '--filter',
      './packages/*',
      '--filter',
      '@huoti/liveness-server',
    ];
    const listed = execFileSync('pnpm', args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 });
    const licences = JSON.parse(listed) as LicenceList;
    expect(Object.keys(licences)).toContain('MIT');
    expect(unfitLicences(licences)).toEqual([]);
  });

  it('import only what they promise to install, and only what is published', () => {
    const privateNames = new Set(
      [...packagesIn('apps'), ...packagesIn('tooling')]
        .filter(({ isPrivate }) => isPrivate)
        .map(({ name }) => name),
    );
    const findings = published.flatMap((one) => [
      ...unpublishedDependencies(one, privateNames),
      // What is shipped, types included; a package that is bundled into it needs no promise.
      ...reachableFiles(entryFiles(one)).flatMap((path) =>
        undeclaredImports(one, relative(ROOT, path), readFileSync(path, 'utf8')),
      ),
    ]);
    expect(findings).toEqual([]);
  });

  it.each(published.map((one) => [one.name, one] as const))(
    '%s has the public names that its list pins',
    (_name, one) => {
      const list = join(ROOT, 'tooling/checks/public-names', `${one.short}.txt`);
      const pinned = existsSync(list) ? readFileSync(list, 'utf8').trim().split('\n') : [];
      const present = publicNames(read(`packages/${one.short}/src/index.ts`));
      expect(publicNameChanges(one.short, pinned, present)).toEqual([]);
    },
  );

  it.each(published.map((one) => [one.name, one] as const))(
    '%s passes publint',
    async (_name, { folder }) => {
      distOf(folder);
      // The folder is looked at as it is, since npm's own packing takes seconds a package; what it would pack is asserted instead.
      const { files: packed } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
        files: string[];
      };
      expect(packed).toContain('dist');
      // The bridge's golden files are for readers in other languages.
      const known = ['dist', 'NOTICE', 'src/bridge/__fixtures__'];
      expect(packed.filter((one) => !known.includes(one) && !one.startsWith('!dist/'))).toEqual([]);
      const { messages, pkg } = await publint({ pkgDir: folder, strict: true, pack: false });
      expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
    },
  );

  const modules = published.flatMap(({ name, folder, entryPoints }) =>
    entryPoints
      .filter((entry) => {
        const module = entry.replace('.', name);
        return !WORKERS.has(module) && !FOR_A_BUNDLER.has(module);
      })
      .map((entry) => {
        const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
          exports: Record<string, string | { import: string }>;
        };
        const target = exports[entry] ?? '';
        return [
          entry.replace('.', name),
          join(folder, typeof target === 'string' ? target : target.import),
        ] as const;
      }),
  );
  it.each(modules)('importing %s starts nothing and leaves nothing behind', (name, file) => {
    const expected = EXPECTED_EFFECTS[name] ?? [];
    expect(runProbe('importProbe.mjs', file).filter((effect) => !expected.includes(effect))).toEqual([]);
  });
});

describe('core, protocol and privacy', () => {
  const core = join(ROOT, 'packages/core');
  const protocol = join(ROOT, 'packages/protocol');
  const privacy = join(ROOT, 'packages/privacy');

  it.each([core, protocol, privacy])('%s is emitted as script that old browsers have', (folder) => {
    const findings = distOf(folder).flatMap((path) =>
      newerThanOldBrowsers(readFileSync(path, 'utf8'), relative(ROOT, path)),
    );
    expect(findings).toEqual([]);
  });

  it('protocol reads good and bad plans without making code out of text', () => {
    const exercise = join(ROOT, 'tooling/checks/probes/exerciseProtocol.mjs');
    expect(runProbe('codeGenerationProbe.mjs', join(protocol, 'dist/index.js'), exercise)).toEqual([]);
  });

  it('core is imported without making code out of text', () => {
    expect(runProbe('codeGenerationProbe.mjs', join(core, 'dist/index.js'))).toEqual([]);
  });
});
