import { faceModels } from '../faces/faceModels.js';
import { pinnedSource } from '../source/pinnedSource.js';
import type { AssetModelCard } from './AssetManifest.js';

/** The models that are shipped; the plain mesh is for development only. */
export type ShippedModelName = 'detector' | 'attention';

function card(
  name: ShippedModelName,
  facts: Pick<AssetModelCard, 'inputShape' | 'valueRange' | 'trainedOn' | 'errorRates'>,
): AssetModelCard {
  const { package: packageName, version, licence } = pinnedSource;
  return {
    topologyFile: `face-${name}.json`,
    weightsFile: `face-${name}.bin`,
    ...facts,
    licence,
    source: { package: packageName, version, file: faceModels[name].sourceFile },
  };
}

/** What is known of the shipped models. Error rates are stated only where they were measured on these very files. */
export const modelCards: Readonly<Record<ShippedModelName, AssetModelCard>> = {
  detector: card('detector', {
    inputShape: [1, 128, 128, 3],
    valueRange: [-1, 1],
    trainedOn:
      'Not stated with the weights; the BlazeFace paper (arXiv 1907.05047) names 66,000 images, and for the front camera only faces above 20% of the image area.',
    errorRates: [],
  }),
  attention: card('attention', {
    inputShape: [1, 192, 192, 3],
    valueRange: [0, 1],
    trainedOn:
      'Not stated with the weights; the Attention Mesh paper (arXiv 2006.10962) names over 30,000 smartphone pictures taken in the wild with many sensors and in many lights, annotated by hand.',
    errorRates: [],
  }),
};
