import { createRequire } from 'node:module';
import { dirname } from 'node:path';

const require = createRequire(import.meta.url);

/** Folder of the installed pinned package. */
export const faceMeshDirectory = dirname(require.resolve('@mediapipe/face_mesh/package.json'));
/** Folder of the wasm files. */
export const wasmDirectory = dirname(require.resolve('@tensorflow/tfjs-backend-wasm'));
