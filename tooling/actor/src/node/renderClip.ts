#!/usr/bin/env node
// node dist/node/renderClip.js --persona 3 --plan blink,turn-left --out clip.y4m [--scene backlit] [--seed 7] [--size 480x640]
import { parseArgs } from 'node:util';
import { ACTIONS, HuotiError, type Action } from '@huoti/protocol';
import { createPerformance } from '../performance/createPerformance.js';
import { scriptOfPlan } from '../performance/scriptOfPlan.js';
import { PERSONAS } from '../personas/personas.js';
import { ROOM_NAMES } from '../render/rooms.js';
import { SCENE_NAMES } from '../scenes/SceneName.js';
import { readCanonicalFace } from './readCanonicalFace.js';
import { writeClip } from './writeClip.js';

const { values } = parseArgs({
  options: {
    persona: { type: 'string', default: '0' },
    plan: { type: 'string', default: 'blink,turn-left,mouth-open' },
    scene: { type: 'string', default: 'person' },
    room: { type: 'string', default: 'living-room' },
    out: { type: 'string', default: 'clip.y4m' },
    seed: { type: 'string', default: '1' },
    size: { type: 'string', default: '480x640' },
    fps: { type: 'string', default: '30' },
    seconds: { type: 'string' },
  },
});

const oneOf = <T extends string>(name: string, value: string, allowed: readonly T[]): T => {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) {
    throw new HuotiError('INVALID_ARGUMENT', `--${name} ${value}: one of ${allowed.join(', ')}`);
  }
  return found;
};

const persona = PERSONAS[Number(values.persona)] ?? PERSONAS.find(({ id }) => id === values.persona);
if (!persona) {
  throw new HuotiError(
    'INVALID_ARGUMENT',
    `--persona: 0 to ${PERSONAS.length - 1}, or ${PERSONAS.map(({ id }) => id).join(', ')}`,
  );
}
const actions: Action[] = values.plan
  .split(',')
  .filter(Boolean)
  .map((action) => oneOf('plan', action, ACTIONS));
const [widthPx = 480, heightPx = 640] = values.size.split('x').map(Number);
const scene = oneOf('scene', values.scene, SCENE_NAMES);
const seed = Number(values.seed);
const frames = await writeClip({
  canonicalFace: await readCanonicalFace(),
  persona,
  scene,
  room: oneOf('room', values.room, ROOM_NAMES),
  performance: createPerformance({ script: scriptOfPlan(actions), seed, frozen: scene === 'still-photo' }),
  widthPx,
  heightPx,
  seed,
  fps: Number(values.fps),
  path: values.out,
  ...(values.seconds ? { durationMs: Number(values.seconds) * 1000 } : {}),
});
process.stdout.write(`${values.out}: ${frames} frames, ${persona.id}, ${actions.join(' ')}\n`);
