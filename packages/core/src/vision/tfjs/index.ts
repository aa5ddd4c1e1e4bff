export { createTfjsLandmarker } from './createTfjsLandmarker.js';
export type { TfjsLandmarkerOptions } from './createTfjsLandmarker.js';
export type { BackendName } from './BackendName.js';
export { createGraphModelHost } from './createGraphModelHost.js';
export type {
  GraphModelFile,
  GraphModelHost,
  GraphModelHostOptions,
  GraphModels,
} from './createGraphModelHost.js';
export { createTfjsTextureNet } from './createTfjsTextureNet.js';
export type { TfjsTextureNetOptions } from './createTfjsTextureNet.js';
export type { TextureNetView } from './textureNetInput.js';
