import { atMost } from './gateReading.js';
import type { QualityGate } from './QualityGate.js';

/**
 * Largest share of the lower face that may be unlike skin. Bare and bearded faces: 0.30 and less; masks under the nose 0.52
 * to 0.67, over it 1.0; masks under the chin 0.29 and less (fixtures, 2026-11-23).
 */
export const MAX_LOWER_FACE_UNLIKE_SHARE = 0.4;

/**
 * Largest share of the eyes and lids that may be unlike skin. Bare eyes, clear glasses and make-up: 0.77 and less; dark and
 * mirrored lenses: 0.96 and more; a lens lit from inside, half clear: 0.34, not seen (fixtures, 2026-11-23).
 */
export const MAX_EYE_AREA_UNLIKE_SHARE = 0.85;

/** Options of {@link occlusionGate}; shares in [0, 1]. */
export interface OcclusionGateOptions {
  /** @default MAX_LOWER_FACE_UNLIKE_SHARE */
  maxLowerFaceShare?: number;
  /** @default MAX_EYE_AREA_UNLIKE_SHARE */
  maxEyeAreaShare?: number;
}

/**
 * `occluded`: a mask over mouth, nose or chin, dark or mirrored lenses. Colours tell, so a hand or a skin-coloured mask
 * is not seen.
 */
export function occlusionGate({
  maxLowerFaceShare = MAX_LOWER_FACE_UNLIKE_SHARE,
  maxEyeAreaShare = MAX_EYE_AREA_UNLIKE_SHARE,
}: OcclusionGateOptions = {}): QualityGate {
  return {
    name: 'occlusion',
    check(_observation, { lowerFaceUnlikeSkinShare, eyeAreaUnlikeSkinShare }) {
      return [
        ...(lowerFaceUnlikeSkinShare === null
          ? []
          : [atMost('occluded', lowerFaceUnlikeSkinShare, maxLowerFaceShare, 'share')]),
        ...(eyeAreaUnlikeSkinShare === null
          ? []
          : [atMost('occluded', eyeAreaUnlikeSkinShare, maxEyeAreaShare, 'share')]),
      ];
    },
  };
}
