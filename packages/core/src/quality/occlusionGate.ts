import { atMost } from './gateReading.js';
import type { QualityGate } from './QualityGate.js';

/** Largest share of the lower face that may be unlike skin. */
export const MAX_LOWER_FACE_UNLIKE_SHARE = 0.35;

/** Largest share of the eyes and lids that may be unlike skin. */
export const MAX_EYE_AREA_UNLIKE_SHARE = 0.6;

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
