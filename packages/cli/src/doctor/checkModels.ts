import { modelManifest } from '@huoti/models';
import { createNodeAssetLoader } from '@huoti/models/node';
import { createHash } from 'node:crypto';
import type { Check } from './Check.js';

/**
 * Whether every model and wasm file is there and is the one that the manifest names.
 *
 * @param directory where they lie; those of the models package where it is left out
 */
export async function checkModels(signal: AbortSignal, directory?: string): Promise<Check> {
  const assets = createNodeAssetLoader(directory === undefined ? {} : { directory });
  const files = Object.entries(modelManifest.files);
  const broken = (found: string): Check => {
    return { name: 'models', ok: false, found, fix: 'build them again: npm run build' };
  };
  for (const [name, { sha256 }] of files) {
    try {
      const bytes = await assets.load(name, { signal });
      if (createHash('sha256').update(new Uint8Array(bytes)).digest('hex') !== sha256) {
        return broken(`${name} differs from the manifest`);
      }
    } catch (error) {
      if (signal.aborted) throw error;
      return broken(error instanceof Error ? error.message : String(error));
    }
  }
  return {
    name: 'models',
    ok: true,
    found: `${files.length} files, every sha256 as in the manifest`,
    fix: '',
  };
}
