#!/usr/bin/env node
// node dist/node/renderPreview.js --out FOLDER: family.png, poses.png and animation.png (for a README)
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createPerformance } from '../performance/createPerformance.js';
import { scriptOfPlan } from '../performance/scriptOfPlan.js';
import type { Persona } from '../personas/Persona.js';
import { PERSONAS } from '../personas/personas.js';
import { PHONE_CAMERA } from '../render/Camera.js';
import { DAYLIGHT } from '../render/Lighting.js';
import { createRenderer } from '../render/createRenderer.js';
import { ROOM_NAMES } from '../render/rooms.js';
import { createSubject } from '../createSubject.js';
import { encodeApng } from './encodeApng.js';
import { readCanonicalFace } from './readCanonicalFace.js';
import { renderSheet } from './renderSheet.js';

const { values } = parseArgs({ options: { out: { type: 'string', default: 'preview' } } });
const canonicalFace = await readCanonicalFace();
await mkdir(values.out, { recursive: true });

const family = PERSONAS.map((persona, index) => ({
  persona,
  room: ROOM_NAMES[index % ROOM_NAMES.length] ?? ('plain' as const),
}));
const tile = { tileWidthPx: 240, tileHeightPx: 300 };
await writeFile(join(values.out, 'family.png'), renderSheet(canonicalFace, family, { columns: 4, ...tile }));

const persona = PERSONAS[3] as Persona;
const poses = [
  {},
  { pose: { blink: 1 } },
  { pose: { mouthOpen: 1 } },
  { pose: { yawRadians: 0.6 } },
  { pose: { yawRadians: -0.6 } },
  { pose: { pitchRadians: -0.35 } },
  { pose: { distanceCm: 30 } },
  {
    lighting: {
      ...DAYLIGHT,
      key: [0.15, 0.15, 0.15],
      ambient: [0.15, 0.15, 0.15],
      screen: [0.1, 0.3, 1],
    } as const,
  },
].map((extra) => ({ persona, room: 'living-room' as const, ...extra }));
await writeFile(join(values.out, 'poses.png'), renderSheet(canonicalFace, poses, { columns: 4, ...tile }));

const FPS = 10;
const STEP_MS = 2600;
const performance = createPerformance({
  script: scriptOfPlan(['turn-left', 'blink', 'mouth-open'], { leadMs: 200, stepMs: STEP_MS }),
  rest: { smile: 0.3, distanceCm: 44 },
  seed: 12,
});
const [widthPx, heightPx] = [240, 300];
const renderer = createRenderer({ widthPx, heightPx, room: 'living-room' });
const subject = createSubject({ canonicalFace, persona });
const frames: Uint8ClampedArray[] = [];
for (let frame = 0; frame < (3 * STEP_MS * FPS) / 1000; frame++) {
  const pose = performance.poseAt((frame * 1000) / FPS);
  frames.push(renderer.render({ people: [{ subject, pose }], camera: { ...PHONE_CAMERA, noise: 0 } }));
}
await writeFile(join(values.out, 'animation.png'), encodeApng(frames, widthPx, heightPx, FPS));
process.stdout.write(`${values.out}: family.png, poses.png, animation.png\n`);
