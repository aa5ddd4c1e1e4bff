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
  errorRates: [
    'Shown 2.7 face boxes, live stills against prints and screens: AUC 0.98 on the train rows (60 and 76), 0.95 on the test rows (63 and 45; prints 1.00, screens 0.88) (2026-11-26).',
    'Shown the crop of 1.6 face boxes that leaves a device, the same stills: AUC 0.76 and 0.72 (prints 0.86, screens 0.55) (2026-11-26).',
    'Median over a clip, 29 live and 9 attacks: AUC 0.84 with 2.7 face boxes, 0.78 with the crop; under 0.2 lie 8 attacks with either, and 10 or 12 of the live clips (2026-11-26).',
  ],
};
