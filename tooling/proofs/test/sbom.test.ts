import { beforeAll, describe, expect, it } from '@jest/globals';
import { unfitLicences } from '@huoti/checks';
import { modelManifest } from '@huoti/models';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundledFiles } from '../src/sbom/bundledPackages.js';
import { createSboms, type Sbom } from '../src/sbom/createSboms.js';
import { packageOfFile } from '../src/sbom/readInstalled.js';
import { purlOf } from '../src/sbom/createBom.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '');
const LIMIT_MS = 120_000;

interface Json {
  readonly type: string;
  readonly name: string;
  readonly group?: string;
  readonly version?: string;
  readonly purl?: string;
  readonly licenses?: readonly {
    readonly expression?: string;
    readonly license?: { readonly id?: string; readonly name?: string };
  }[];
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly components?: readonly Json[];
}
interface BomJson {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly metadata: { readonly component: Json };
  readonly components?: readonly Json[];
}

const nameOf = ({ group, name }: Json): string => (group === undefined ? name : `${group}/${name}`);
let sboms: readonly Sbom[];
let boms: ReadonlyMap<string, BomJson>;
const bomOf = (unit: string): BomJson => {
  const found = boms.get(unit);
  if (!found) throw new TypeError(`there is no bill of ${unit}`);
  return found;
};

beforeAll(async () => {
  // Each bill is held against the schema of CycloneDX 1.6 as it is made: one that breaks it is not made.
  sboms = await createSboms(ROOT);
  boms = new Map(sboms.map(({ unit, json }) => [unit.name, JSON.parse(json) as BomJson]));
}, LIMIT_MS);

describe('bills of materials', () => {
  it('are there for each published package, the service and the bundle of a page', () => {
    expect([...boms.keys()]).toEqual(
      expect.arrayContaining([
        'core',
        'client',
        'privacy',
        'ui-browser',
        'models',
        'liveness-server',
        'browser-bundle',
      ]),
    );
    expect(sboms.length).toBeGreaterThanOrEqual(16);
    for (const { bomFormat, specVersion } of boms.values())
      expect([bomFormat, specVersion]).toEqual(['CycloneDX', '1.6']);
  });

  it(
    'have every module that the built bundles hold, by its package',
    async () => {
      const missing: string[] = [];
      let modules = 0;
      for (const { unit } of sboms) {
        const { metadata, components = [] } = bomOf(unit.name);
        const known = new Set([metadata.component, ...components].map(({ purl }) => purl));
        for (const file of await bundledFiles(unit)) {
          modules += 1;
          const one = packageOfFile(file);
          if (!known.has(purlOf(one))) missing.push(`${unit.name}: ${one.name} of ${file}`);
        }
      }
      expect(missing).toEqual([]);
      expect(modules).toBeGreaterThan(1000);
      // What is built into core, and installed by nobody.
      for (const unit of ['core', 'adapter-browser', 'browser-bundle', 'adapter-wechat'])
        expect((bomOf(unit).components ?? []).map(nameOf)).toContain(
          '@tensorflow-models/face-landmarks-detection',
        );
    },
    LIMIT_MS,
  );

  it('name version, licence, package URL and, for whatever came from a registry, the hash of the lockfile', () => {
    const findings: string[] = [];
    for (const [unit, { components = [] }] of boms)
      for (const one of components) {
        if (one.type !== 'library' && one.type !== 'application') continue;
        const own = one.group === '@huoti';
        if (one.version === undefined || one.purl === undefined)
          findings.push(`${unit}: ${nameOf(one)} has no version`);
        if ((one.licenses ?? []).length === 0) findings.push(`${unit}: ${nameOf(one)} has no licence`);
        const hash = one.hashes?.find(({ alg }) => alg === 'SHA-512')?.content ?? '';
        if (!own && !/^[0-9a-f]{128}$/.test(hash)) findings.push(`${unit}: ${nameOf(one)} has no hash`);
      }
    expect(findings).toEqual([]);
  });

  it('have licences of the allowed list only', () => {
    const list: Record<string, { name: string }[]> = {};
    for (const { components = [] } of boms.values())
      for (const one of components.flatMap((outer) => [outer, ...(outer.components ?? [])]))
        for (const { expression, license } of one.licenses ?? [])
          (list[expression ?? license?.id ?? license?.name ?? 'none'] ??= []).push({ name: nameOf(one) });
    expect(Object.keys(list)).toEqual(expect.arrayContaining(['Apache-2.0', 'MIT']));
    expect(unfitLicences(list)).toEqual([]);
  });

  it('name the weights, with their source and licence, and the hashes of the files as they lie there', () => {
    const weights = (bomOf('models').components ?? []).filter(
      ({ type }) => type === 'machine-learning-model',
    );
    expect(weights.map(({ name }) => name).sort()).toEqual([
      ...['face-attention', 'face-detector', 'passive-texture'],
      ...['recognition-mobile', 'recognition-pooled', 'recognition-residual'],
    ]);
    for (const model of weights) {
      expect(model.licenses).toHaveLength(1);
      for (const file of model.components ?? []) {
        const bytes = readFileSync(`${ROOT}/packages/models/dist/${file.name}`);
        expect(file.hashes).toEqual([
          { alg: 'SHA-256', content: createHash('sha256').update(bytes).digest('hex') },
        ]);
      }
    }
    const attention = weights.find(({ name }) => name === 'face-attention')?.components ?? [];
    const { sha256 } = modelManifest.files['face-attention.bin'] ?? {};
    expect(attention.find(({ name }) => name.endsWith('.bin'))?.hashes?.[0]?.content).toBe(sha256);
  });

  it('tell what a page gets from what the server gets: no model that compares faces goes to a page', () => {
    const names = (unit: string): string[] =>
      (bomOf(unit).components ?? [])
        .filter(({ type }) => type === 'machine-learning-model')
        .map(({ name }) => name);
    expect(names('browser-bundle').sort()).toEqual(['face-attention', 'face-detector']);
    expect(names('liveness-server')).toContain('recognition-residual');
  });

  it(
    'are the same when they are made again',
    async () => {
      const again = await createSboms(ROOT);
      expect(again.map(({ json }) => json)).toEqual(sboms.map(({ json }) => json));
    },
    LIMIT_MS,
  );
});
