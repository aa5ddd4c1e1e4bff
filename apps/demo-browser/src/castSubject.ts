import {
  createPerformance,
  createSubjectSource,
  parseCanonicalFace,
  PERSONAS,
  SCENE_NAMES,
  type SceneName,
} from '@huoti/actor';
import canonicalFaceData from '@huoti/actor/canonical-face.json';
import type { Clock, FrameSource, ScreenLight } from '@huoti/core';
import type { ScreenEvent } from '@huoti/ui';
import type { DemoSettings } from './DemoSettings.js';

/** A synthetic person before a camera, who does what a session asks. */
export interface CastSubject {
  readonly source: FrameSource;
  /** The same light as the given one, which the person sees too. */
  see(light: ScreenLight): ScreenLight;
  follow(session: { subscribe(listener: (event: ScreenEvent) => void): () => void }): void;
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
  return {
    source,
    see: (light) => ({
      specificationVersion: light.specificationVersion,
      async show(colour, options) {
        const onGlassMs = await light.show(colour, options);
        await source.light.show(colour, options);
        return onGlassMs;
      },
      close: async () => {
        await Promise.all([light.close(), source.light.close()]);
      },
    }),
    follow(session) {
      performance.follow({
        // A performer reacts to prompts, and to nothing that follows the last one.
        subscribe: (react) =>
          session.subscribe((event) => {
            if (event.type === 'challenge-start') react(event);
          }),
      });
    },
  };
}
