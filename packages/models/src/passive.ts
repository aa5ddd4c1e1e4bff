// The build writes the manifest into dist; this path reaches it from the sources and from the emitted file alike.
import { generatedPassiveManifest } from '../dist/generatedPassive.js';
import type { PassiveManifest } from './PassiveManifest.js';

export type { PassiveManifest } from './PassiveManifest.js';

/**
 * The manifest of the network that judges a face's texture; its files lie in a folder of their own, since nobody loads them
 * who did not ask for them.
 *
 * @example createTfjsTextureNet({ manifest: passiveManifest, assets: createPassiveAssetLoader(), clock })
 */
export const passiveManifest: PassiveManifest = generatedPassiveManifest;
