import * as core from '@huoti/core';
import { createTfjsTextureNet } from '@huoti/core/vision/tfjs';
import { createPassiveAssetLoader, passiveManifest } from '@huoti/models/passive';

/** The signals that look at pictures, as an operator would have them: the hand-made one and the network. */
export async function createTextureSignals() {
  const net = createTfjsTextureNet({ assets: createPassiveAssetLoader(), manifest: passiveManifest });
  await net.load();
  return {
    signals: [core.createTextureSignal?.(), core.createTextureNetSignal({ net })].filter(Boolean),
    dispose: () => net.dispose(),
  };
}
