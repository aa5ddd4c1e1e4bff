import type { FaceLandmarker } from '@huoti/core';
import type { FrameOrientation } from './createFrameOrientation.js';

/**
 * A landmarker that settles how frames are turned while it finds its first face. Until then it reports nobody: what is seen in a picture
 * that may lie on its side is no ground for a hint or a baseline.
 *
 * @example const landmarker = orientLandmarker(createMiniProgramLandmarker(options), orientation);
 */
export function orientLandmarker(landmarker: FaceLandmarker, orientation: FrameOrientation): FaceLandmarker {
  return {
    specificationVersion: landmarker.specificationVersion,
    load: (options) => landmarker.load(options),
    async detect(frame, options) {
      const faces = await landmarker.detect(frame, options);
      if (orientation.settled !== null) return faces;
      const face = faces[0];
      const roll = face && face.landmarks.length > 0 ? face.pose.rollRadians : null;
      if (orientation.note(frame.rotationDegrees, roll)) landmarker.reset();
      return orientation.settled === frame.rotationDegrees ? faces : [];
    },
    reset: () => landmarker.reset(),
    engineFacts: () => landmarker.engineFacts(),
    dispose: () => landmarker.dispose(),
  };
}
