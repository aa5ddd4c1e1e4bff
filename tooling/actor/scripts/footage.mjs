// Lists the genuine clips of the fixtures: what each can be cut into, which are used, and why the others are not.
//   node tooling/actor/scripts/footage.mjs
import { resolve } from 'node:path';
import { createNodeLandmarker, openWorkshop } from '../dist/workshop.js';

const root = new URL('../../../', import.meta.url).pathname;
const fixtures = resolve(root, process.env.HUOTI_FIXTURES ?? '../shared/fixtures');
const landmarker = createNodeLandmarker();
await landmarker.load();
const { footage, stills, leftOut } = await openWorkshop({ fixtures, landmarker });
await landmarker.dispose();
const say = (line) => process.stdout.write(`${line}\n`);
for (const { footage: clip, pieces } of footage) {
  const restS = pieces.neutral.reduce((sum, [first, last]) => sum + (last - first + 1) / clip.fps, 0);
  const actions = pieces.actions.map(({ action, mirroredInTime }) => action + (mirroredInTime ? '*' : ''));
  const face = `${Math.round(clip.faceWidthPx)} px`;
  say(
    `${clip.id} (${clip.person}, ${clip.part}): face ${face}, rest ${restS.toFixed(1)} s, ${actions.join(' ') || 'no action'}`,
  );
  for (const { action, startMs, why } of pieces.leftOut) {
    say(`    left out: ${action} at ${(startMs / 1000).toFixed(2)} s, ${why}`);
  }
}
for (const { id, why } of leftOut) say(`${id}: not used, ${why}`);
for (const part of ['train', 'test']) {
  const people = new Set(stills.filter((one) => one.part === part).map(({ person }) => person));
  say(`${part}: frontal pictures of ${people.size} people`);
}
say('* the way back is the way there, played the other way: the clip does not come back to rest');
