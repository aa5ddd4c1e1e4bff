import type { AssetModelCard } from '../bundle/AssetManifest.js';
import { passiveModel } from './passiveModel.js';

/** What is known of the network that judges a face's texture. Error rates were measured on these very files. */
export const passiveCard: AssetModelCard = {
  topologyFile: 'passive-texture.json',
  weightsFile: 'passive-texture.bin',
  inputShape: [1, 128, 128, 3],
  valueRange: [0, 255],
  licence: passiveModel.licence,
  source: {
    package: passiveModel.package,
    version: passiveModel.version,
    file: passiveModel.file.path,
  },
  trainedOn: 'Not stated; the package names no data, and its licence file is a template.',
  errorRates: [],
};
