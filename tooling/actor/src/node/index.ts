export { readCanonicalFace } from './readCanonicalFace.js';
export { writeClip } from './writeClip.js';
export type { ClipOptions } from './writeClip.js';
export { encodePng } from './encodePng.js';
export { encodeApng } from './encodeApng.js';
export { renderSheet } from './renderSheet.js';
export type { SheetTile } from './renderSheet.js';
export {
  recordActorSession,
  type RecordActorOptions,
  type RecordedActorSession,
} from './recordActorSession.js';
