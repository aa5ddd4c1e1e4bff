import type { AssetModelCard } from '../bundle/AssetManifest.js';
import { recognitionModels, type RecognitionModelName } from './recognitionModels.js';

function card(
  name: RecognitionModelName,
  facts: Pick<AssetModelCard, 'inputShape' | 'valueRange' | 'trainedOn' | 'errorRates'>,
): AssetModelCard {
  const { package: packageName, version, licence, files } = recognitionModels[name];
  return {
    topologyFile: `recognition-${name}.json`,
    weightsFile: `recognition-${name}.bin`,
    ...facts,
    licence,
    source: { package: packageName, version, file: files[0].path },
  };
}

/** What is known of the networks that compare faces. Error rates are stated only where they were measured on these very files. */
export const recognitionCards: Readonly<Record<RecognitionModelName, AssetModelCard>> = {
  residual: card('residual', {
    inputShape: [1, 150, 150, 3],
    // Red, green and blue less the training set's means (122.782, 117.001, 104.298), over 255.
    valueRange: [-0.4815, 0.591],
    trainedOn:
      "dlib's author names about 3 million faces of 7,485 people: face scrub, the VGG dataset and pictures found on the internet; few of them are East Asian.",
    errorRates: [
      'Alone, 147 pairs of the same person and 392 of different people (35 people): true acceptance 1.000 at false acceptance 1e-2 (2026-11-26).',
      'Alone, 501 and 36,181 pairs of 67 people, very poor pictures among them: 0.936 at 1e-2, 0.844 at 1e-3 (2026-11-26).',
      'Alone, 96 and 1,624 pairs of eight Chinese people on prints: 0.917 at 1e-2 (2026-11-26).',
    ],
  }),
  mobile: card('mobile', {
    inputShape: [1, 112, 112, 3],
    // (value - 127) / 128
    valueRange: [-0.9922, 1],
    trainedOn: 'Not stated; the package names no data, and its licence file is a template.',
    errorRates: [
      'Alone, 147 pairs of the same person and 392 of different people (35 people): true acceptance 0.993 at false acceptance 1e-2 (2026-11-26).',
      'Alone, 501 and 36,181 pairs of 67 people, very poor pictures among them: 0.970 at 1e-2, 0.940 at 1e-3 (2026-11-26).',
      'Alone, 96 and 1,624 pairs of eight Chinese people on prints: 0.948 at 1e-2 (2026-11-26).',
    ],
  }),
  pooled: card('pooled', {
    inputShape: [1, 224, 224, 3],
    // Blue, green and red less the means (103.939, 116.779, 123.68).
    valueRange: [-123.68, 151.061],
    trainedOn:
      'The package names HSE_FaceRec_tf as its origin, whose networks for age, gender and identity were trained on VGGFace2 (3.3 million pictures of 9,131 people).',
    errorRates: [
      'Alone, 147 pairs of the same person and 392 of different people (35 people): true acceptance 0.993 at false acceptance 1e-2 (2026-11-26).',
      'Alone, 501 and 36,181 pairs of 67 people, very poor pictures among them: 0.906 at 1e-2, 0.774 at 1e-3 (2026-11-26).',
      'Alone, 96 and 1,624 pairs of eight Chinese people on prints: 1.000 at 1e-2 (2026-11-26).',
    ],
  }),
};
