// Writes the golden traces: node apps/demo-wechat/test/executed/writeGoldens.mjs after a build. They are of synthetic people, plain numbers.
// A trace that is there is left alone, and with it the verdict that was reached when it was written; take its file away to write it anew.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createPlan, replaySession } from '@huoti/core';
import { createSeededRandom, playOnlineSession } from '@huoti/core/testing';
import { decodeTraceChunk, encodeTraceChunk } from '@huoti/protocol';

const folder = new URL('./__fixtures__/', import.meta.url);
const FPS = 10;

/** @typedef {Partial<import('@huoti/core/testing').PlayOnlineSessionOptions>} Playing */
/** @type {Readonly<Record<string, {actions: readonly import('@huoti/protocol').StepAction[], playing?: Playing, cut?: boolean}>>} */
const SESSIONS = {
  'does-what-is-asked': { actions: ['turn-left', 'mouth-open'] },
  'lit-by-the-screen': { actions: ['light', 'turn-right'] },
  'turns-the-other-way': {
    actions: ['turn-left', 'mouth-open'],
    playing: {
      onEvent: (event, person) => {
        if (event.type === 'challenge-start') person.perform('turn-right', event.atMs);
      },
    },
  },
  'does-nothing': { actions: ['nod', 'turn-left'], playing: { onEvent: () => undefined } },
  'two-people': {
    actions: ['turn-left', 'mouth-open'],
    playing: {
      edit: (frame) => (frame.timestampMs < 4000 ? frame : { ...frame, second: { width: 3000, ageMs: 20 } }),
    },
  },
  nobody: { actions: ['turn-left'], playing: { observe: () => [] } },
  // Somebody took six seconds out in which another face came in.
  'frames-taken-out': { actions: ['turn-left', 'mouth-open'], cut: true },
};

mkdirSync(folder, { recursive: true });
Object.entries(SESSIONS).forEach(([name, { actions, playing = {}, cut = false }], at) => {
  const file = new URL(`${name}.json`, folder);
  if (existsSync(file)) return;
  const lit = actions.includes('light');
  const { steps, ...rest } = createPlan({
    random: createSeededRandom(at + 1),
    actions,
    policy: {
      name: lit ? 'default' : 'no-light',
      light: lit ? 'preferred' : 'off',
      tripwires: 'report',
      evidenceLevel: 'trace',
    },
  });
  const plan = { ...rest, steps: [], stepCount: steps.length };
  const played = playOnlineSession({ plan, steps, fps: FPS, subject: { seed: at + 1 }, ...playing });
  const later = (/** @type {number} */ index, /** @type {number} */ frame) =>
    index > 1 || (index === 1 && frame > 3);
  const traces = played.traces.map((trace) => ({
    ...trace,
    frames: trace.frames.map((one, frame) =>
      cut && later(trace.index, frame) ? { ...one, timestampMs: one.timestampMs + 6000 } : one,
    ),
  }));
  const chunks = traces.map((trace) => encodeTraceChunk(trace));
  const revealed = steps.slice(0, Math.max(0, chunks.length - 1));
  const { ending } = replaySession({ plan, steps: revealed, chunks: chunks.map(decodeTraceChunk) });
  const verdict = ending.kind === 'refused' ? ending.reason : ending.kind;
  const base64 = chunks.map((chunk) => Buffer.from(chunk).toString('base64'));
  writeFileSync(file, `${JSON.stringify({ verdict, plan, steps: revealed, chunks: base64 })}\n`);
  process.stdout.write(`${name}: ${verdict}, ${chunks.reduce((sum, { length }) => sum + length, 0)} bytes\n`);
});
