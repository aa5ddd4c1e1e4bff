import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EngineId } from './EngineId.js';
import { packageFolder } from './packageFolder.js';

const builtPackage = (name: string): string =>
  fileURLToPath(new URL(`../../../../packages/${name}/dist`, import.meta.url));

/** Where the files of an engine's page are looked for, in this order: all on this machine, nothing is fetched. */
export function engineFolders(id: EngineId, bundles: string): readonly string[] {
  const own = join(bundles, id);
  const models = join(builtPackage('models'), 'assets');
  switch (id) {
    case 'huoti-worker':
    case 'huoti-main-thread':
      return [own, builtPackage('adapter-browser'), models];
    case 'raw-webgl':
      return [own, models];
    case 'mediapipe':
    case 'mediapipe-default':
      return [own, packageFolder('@mediapipe/face_mesh')];
    case 'human':
      return [
        own,
        join(packageFolder('@vladmandic/human'), 'models'),
        join(packageFolder('@tensorflow/tfjs-backend-wasm'), 'dist'),
      ];
    case 'huoti-node':
      return [];
  }
}
