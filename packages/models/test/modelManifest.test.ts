import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { modelManifest } from '../src/index.js';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));

describe('modelManifest', () => {
  it('lists exactly the built files, with their true hashes and lengths', async () => {
    const names = await readdir(`${dist}assets`);
    const actual = await Promise.all(
      names.map(async (name) => {
        const bytes = await readFile(`${dist}assets/${name}`);
        return [
          name,
          { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length },
        ] as const;
      }),
    );
    expect(modelManifest.files).toEqual(Object.fromEntries(actual));
  });

  it('names licence, source and training of each model', () => {
    for (const card of Object.values(modelManifest.models)) {
      expect(card.licence).toBe('Apache-2.0');
      expect(card.source).toMatchObject({ package: '@mediapipe/face_mesh', version: '0.4.1633559619' });
      expect(card.trainedOn).toContain('arXiv');
      expect(card.inputShape).toHaveLength(4);
    }
  });
});

describe('the package', () => {
  it('reaches no module of Node from its main entry, so that a browser can import it', async () => {
    const seen = new Set<string>();
    const visit = async (file: string): Promise<void> => {
      if (seen.has(file)) return;
      seen.add(file);
      const source = await readFile(file, 'utf8');
      const specifiers = [...source.matchAll(/(?:from|import)\s*\(?['"]([^'"]+)['"]/g)].map(
        ([, specifier = '']) => specifier,
      );
      expect(specifiers.filter((specifier) => !specifier.startsWith('.'))).toEqual([]);
      for (const specifier of specifiers) await visit(fileURLToPath(new URL(specifier, `file://${file}`)));
    };
    await visit(`${dist}index.js`);
    expect([...seen].map((file) => file.slice(dist.length)).sort()).toEqual(['index.js', 'manifest.js']);
  });

  it('exports its assets by file name', async () => {
    const { exports } = JSON.parse(await readFile(`${dist}../package.json`, 'utf8')) as {
      exports: Record<string, unknown>;
    };
    expect(exports['./assets/*']).toBe('./dist/assets/*');
  });

  it('keeps development files out of the manifest', async () => {
    expect((await readdir(`${dist}dev`)).sort()).toEqual([
      'canonical-face.json',
      'face-mesh.bin',
      'face-mesh.json',
    ]);
    expect(
      Object.keys(modelManifest.files).filter(
        (name) => name.startsWith('face-mesh') || name.startsWith('canonical'),
      ),
    ).toEqual([]);
  });
});
