import { COLOUR_NOT_SEEN, COLOUR_UNITS_PER_LEVEL, type LightStage } from '@huoti/protocol';
import type { LitStage, SignalFrame } from '../../antispoof/SignalFrame.js';
import { createSubject } from '../subject/createSubject.js';
import { createFakeScreen } from './createFakeScreen.js';
import type { LitCamera } from './LitScene.js';

/** What {@link playLitFrames} takes. */
export interface PlayLitFramesOptions {
  camera: LitCamera;
  stages: readonly LightStage[];
  /** @default 30 */
  fps?: number;
  /** From a stage's end to the next colour on the glass, in ms. @default 33 */
  changeMs?: number;
  /** @default 1 */
  seed?: number;
}

/** Time before the first colour, in ms: the camera has adapted to the room and the page. */
const BEFORE_MS = 1500;

/**
 * The frames of a light step as signals get them: what a camera sees of a scene under the colours, rounded as a trace rounds it.
 *
 * @example for (const frame of playLitFrames({ camera: createPointLightCamera(), stages })) signal.push(frame);
 */
export function playLitFrames({
  camera,
  stages,
  fps = 30,
  changeMs = 33,
  seed = 1,
}: PlayLitFramesOptions): readonly SignalFrame[] {
  const screen = createFakeScreen();
  const shown: LitStage[] = [];
  let atMs = BEFORE_MS;
  stages.forEach(({ colour, durationMs }, index) => {
    const components = [colour[0] / 255, colour[1] / 255, colour[2] / 255] as const;
    screen.show(components, atMs);
    shown.push({ index, attempt: 0, colour: components, shownAtMs: atMs });
    atMs += durationMs + changeMs;
  });
  // The person keeps still; what little moves is in the camera's colours.
  const still = createSubject({ seed }).observe(0);
  const frames: SignalFrame[] = [];
  for (let frame = 0; (frame * 1000) / fps < atMs; frame += 1) {
    const timestampMs = Math.floor((frame * 1000) / fps);
    const colours = camera.look(timestampMs, screen.at);
    const lit = shown.filter(({ shownAtMs }) => shownAtMs <= timestampMs);
    const face = { ...still, timestampMs };
    frames.push({
      timestampMs,
      frameWidthPx: face.frameWidthPx,
      frameHeightPx: face.frameHeightPx,
      face,
      faceColours: colours.face.map(traced),
      backgroundColours: colours.background.map(traced),
      backgroundMotion: null,
      hash: '0000000000000000',
      phase: lit.length > 0 ? 'light' : 'neutral',
      action: null,
      lit: lit[lit.length - 1] ?? null,
    });
  }
  return frames;
}

const traced = (level: number): number =>
  Math.min(COLOUR_NOT_SEEN - 1, Math.round(level * COLOUR_UNITS_PER_LEVEL)) / COLOUR_UNITS_PER_LEVEL;
