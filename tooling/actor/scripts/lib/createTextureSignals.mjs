import * as core from '@huoti/core';
import { createTfjsTextureNet } from '@huoti/core/vision/tfjs';
import { createPassiveAssetLoader } from '@huoti/models/node';
import { passiveManifest } from '@huoti/models/passive';
import { wallClock } from '../../dist/workshop.js';

/** The signals that look at pictures, as an operator would have them: the hand-made one and the network. */
export async function createTextureSignals() {
  const assets = createPassiveAssetLoader();
  const net = createTfjsTextureNet({ assets, manifest: passiveManifest, clock: wallClock });
  await net.load();
  return {
    signals: [core.createTextureSignal?.(), core.createTextureNetSignal({ net })].filter(Boolean),
    dispose: () => net.dispose(),
  };
}
