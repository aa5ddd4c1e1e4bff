import { eyeOpenness, faceScale, headPose, mouthOpenness, yawIndex } from '@huoti/core';
import type { Footage } from './Footage.js';

/** What a face does in one frame of a recording. */
export interface FrameMeasures {
  /** See core's `yawIndex`: positive to the person's own left, 0.5 is a whole turn. */
  readonly yaw: number;
  readonly pitch: number;
  readonly eyes: number;
  /** The eye that is open less: low in a wink too. */
  readonly lesserEye: number;
  readonly mouth: number;
  readonly scale: number;
}

/** Measures of every frame; `null` where no face was found. */
export function measureFootage(footage: Footage): readonly (FrameMeasures | null)[] {
  return Array.from({ length: footage.frameCount }, (_, frame) => {
    const landmarks = footage.landmarks(frame);
    if (!landmarks) return null;
    const pose = headPose(landmarks);
    const open = eyeOpenness(landmarks, pose);
    return {
      yaw: yawIndex(landmarks),
      pitch: pose.pitchRadians,
      eyes: open.combined,
      lesserEye: Math.min(open.left, open.right),
      mouth: mouthOpenness(landmarks, pose),
      scale: faceScale(landmarks, pose, footage.widthPx),
    };
  });
}
