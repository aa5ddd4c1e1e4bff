// The build writes the manifest into dist; this path reaches it from the sources and from the emitted file alike.
import { generatedRecognitionManifest } from '../dist/generatedRecognition.js';
import type { RecognitionManifest } from './RecognitionManifest.js';

export type { RecognitionManifest } from './RecognitionManifest.js';

/**
 * The manifest of what compares faces on a server; its files lie in a folder of their own, since no phone loads them.
 *
 * @example createTfjsEmbedder({ manifest: recognitionManifest, assets: createRecognitionAssetLoader(), clock })
 */
export const recognitionManifest: RecognitionManifest = generatedRecognitionManifest;
