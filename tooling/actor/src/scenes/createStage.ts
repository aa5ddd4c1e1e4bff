import { createSubject, type Subject } from '../createSubject.js';
import type { CanonicalFace } from '../geometry/CanonicalFace.js';
import { createPerformance, type ActorPerformance } from '../performance/createPerformance.js';
import type { Persona } from '../personas/Persona.js';
import { PERSONAS } from '../personas/personas.js';
import { createRandom } from '../random/createRandom.js';
import type { Camera } from '../render/Camera.js';
import { createRenderer, type Shot } from '../render/createRenderer.js';
import type { Lighting } from '../render/Lighting.js';
import type { RoomName } from '../render/rooms.js';
import type { SubjectPose } from '../render/SubjectPose.js';
import { drawCartoon } from './drawCartoon.js';
import { sceneConditions } from './sceneConditions.js';
import type { SceneName } from './SceneName.js';

/** What {@link createStage} takes. */
export interface StageOptions {
  canonicalFace: CanonicalFace;
  /** @default the first of PERSONAS */
  persona?: Persona | undefined;
  /** @default 'person' */
  scene?: SceneName | undefined;
  /** @default someone who is asked for nothing */
  performance?: ActorPerformance | undefined;
  /** @default 'plain' */
  room?: RoomName | undefined;
  lighting?: Lighting | undefined;
  camera?: Camera | undefined;
  /** @default 480 */
  widthPx?: number | undefined;
  /** @default 640 */
  heightPx?: number | undefined;
  /** Side of a face's texture. @default 512 */
  textureSizePx?: number | undefined;
  /** @default 1 */
  seed?: number | undefined;
}

/** A scene that can be looked at, at any time. */
export interface Stage {
  readonly widthPx: number;
  readonly heightPx: number;
  /** @param screen what the screen shows, sRGB in [0, 1] */
  pictureAt(
    atMs: number,
    screen?: readonly [number, number, number],
    out?: Uint8ClampedArray,
  ): Uint8ClampedArray;
  readonly performance: ActorPerformance;
}

/** Where two people stand, from the camera's axis, in cm. */
const BESIDE_CM = 11;
const MASK_COLOUR = [150, 190, 206] as const;

/**
 * Puts a person, or whatever the scene has instead, before a camera.
 *
 * @example const rgba = createStage({ canonicalFace }).pictureAt(0);
 */
export function createStage({
  canonicalFace,
  persona = PERSONAS[0] as Persona,
  scene = 'person',
  room = 'plain',
  lighting,
  camera,
  widthPx = 480,
  heightPx = 640,
  seed = 1,
  textureSizePx = 512,
  performance = createPerformance({ seed, frozen: scene === 'still-photo' }),
}: StageOptions): Stage {
  if (scene === 'cartoon') {
    const drawing = drawCartoon(widthPx, heightPx);
    return { widthPx, heightPx, performance, pictureAt: (_atMs, _screen, out) => copied(drawing, out) };
  }
  const renderer = createRenderer({ widthPx, heightPx, room, seed });
  const conditions = sceneConditions(scene, lighting, camera);
  const cast = assemble(
    scene,
    (who) => createSubject({ canonicalFace, persona: who, textureSizePx }),
    persona,
    performance,
    seed,
  );
  const sway = createPerformance({ seed: seed + 5 });
  return {
    widthPx,
    heightPx,
    performance,
    pictureAt: (atMs, screen = [0, 0, 0], out) => {
      const hand = scene === 'still-photo' ? { xCm: 0, yCm: 0 } : sway.poseAt(atMs);
      const shot: Shot = {
        people: cast.map(({ subject, poseAt }) => ({ subject, pose: poseAt(atMs) })),
        lighting: { ...conditions.lighting, screen },
        camera: conditions.camera,
        swayPx: [hand.xCm * 4, hand.yCm * 4],
        noiseSeed: createRandom(seed * 7 + Math.round(atMs)).next() * 1e9,
      };
      return renderer.render(shot, out);
    },
  };
}

interface Player {
  readonly subject: Subject;
  poseAt(atMs: number): SubjectPose;
}

function assemble(
  scene: SceneName,
  build: (persona: Persona) => Subject,
  persona: Persona,
  performance: ActorPerformance,
  seed: number,
): Player[] {
  if (scene === 'empty-room') return [];
  const dressed = scene === 'masked' ? { ...persona, mask: MASK_COLOUR } : persona;
  const player: Player = {
    subject: build(dressed),
    poseAt: performance.poseAt,
  };
  if (scene !== 'two-people') return [player];
  const other = PERSONAS[(PERSONAS.indexOf(persona) + 4) % PERSONAS.length] ?? persona;
  const companion = createPerformance({ seed: seed + 77, rest: { xCm: BESIDE_CM, distanceCm: 56 } });
  return [
    { subject: build(other), poseAt: companion.poseAt },
    {
      ...player,
      poseAt: (atMs) => {
        const pose = performance.poseAt(atMs);
        return { ...pose, xCm: pose.xCm - BESIDE_CM * 0.8, distanceCm: pose.distanceCm * 1.1 };
      },
    },
  ];
}

function copied(from: Uint8ClampedArray, out: Uint8ClampedArray | undefined): Uint8ClampedArray {
  if (!out) return Uint8ClampedArray.from(from);
  out.set(from);
  return out;
}
