export { createTfjsLandmarker } from './createTfjsLandmarker.js';
export type { TfjsLandmarkerOptions } from './createTfjsLandmarker.js';
export type { BackendName } from './BackendName.js';
