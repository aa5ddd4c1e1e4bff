import {
  createPerformance,
  createSubjectSource,
  parseCanonicalFace,
  PERSONAS,
  SCENE_NAMES,
  type SceneName,
} from '@huoti/actor';
import canonicalFaceData from '@huoti/actor/canonical-face.json';
import type { Clock, FrameSource, Session } from '@huoti/core';
import type { DemoSettings } from './DemoSettings.js';

/** A synthetic person before a camera, who does what a session asks. */
export interface CastSubject {
  readonly source: FrameSource;
  follow(session: Session): void;
}

/** Smaller and slower than a camera's frames: the person is drawn by the same processor that judges it. */
const WIDTH_PX = 360;
const HEIGHT_PX = 480;
const FPS = 20;

/** Puts the chosen person before the camera. */
export async function castSubject(settings: DemoSettings, clock: Clock): Promise<CastSubject> {
  const performance = createPerformance({
    seed: settings.persona + 1,
    frozen: settings.scene === 'still-photo',
  });
  const scene: SceneName = SCENE_NAMES.find((name) => name === settings.scene) ?? 'person';
  const source = createSubjectSource({
    canonicalFace: parseCanonicalFace(canonicalFaceData),
    persona: PERSONAS[settings.persona % PERSONAS.length],
    scene,
    performance,
    clock,
    fps: FPS,
    widthPx: WIDTH_PX,
    heightPx: HEIGHT_PX,
  });
  return { source, follow: (session) => void performance.follow(session) };
}
