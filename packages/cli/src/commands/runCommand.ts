import { ACTIONS, HuotiError, type Action, type LivenessResult } from '@huoti/protocol';
import { createPlan, createSession, type RandomSource } from '@huoti/core';
import type { Command } from '../Command.js';
import { createClipClock } from '../engine/createClipClock.js';
import { createClipSource } from '../engine/createClipSource.js';
import { createCliLandmarker } from '../engine/createCliLandmarker.js';
import { createRandom } from '../engine/createRandom.js';
import { createTimedLandmarker } from '../engine/createTimedLandmarker.js';
import { EXIT } from '../exitCodes.js';
import { openClip } from '../media/openClip.js';
import { parseWords } from '../parseWords.js';

const USAGE = 'run CLIP [--plan blink,turn-left,...] [--seed N] [--json]';

function parsePlanWord(word: string): Action[] {
  return word.split(',').map((name) => {
    const action = ACTIONS.find((known) => known === name.trim());
    if (action) return action;
    throw new HuotiError('INVALID_ARGUMENT', `--plan: "${name}" is no action; use ${ACTIONS.join(', ')}`);
  });
}

function parseSeed(word: string): number {
  const seed = Number(word);
  if (/^\d+$/.test(word) && seed <= 0xffffffff) return seed;
  throw new HuotiError('INVALID_ARGUMENT', `--seed: "${word}" is no integer from 0 to 4294967295`);
}

/**
 * A session draws short pauses, so that nobody can cut a recording to its rhythm. A recording given here answers no
 * prompt and can't wait: it is judged without them, and so the same every time.
 */
const WITHOUT_PAUSES: RandomSource = { fill: (target) => target.fill(0) };

const round = (value: number | null): number | null => (value === null ? null : Math.round(value * 10) / 10);

/** The JSON form of a result. */
function report(result: LivenessResult, medianFrameMs: number | null): object {
  return {
    status: result.status,
    reason: result.status === 'failed' ? result.reason : null,
    ...(result.status === 'failed' ? { gate: result.gate ?? null, detail: result.detail } : {}),
    assurance: result.assurance,
    policy: result.policy.name,
    light: result.light,
    frames: result.frameCount,
    droppedFrames: result.droppedFrameCount,
    durationMs: round(result.durationMs),
    challenges: result.challenges.map(({ action, status, startMs, endMs }) => ({
      action,
      status,
      startMs: round(startMs),
      endMs: round(endMs),
    })),
    signals: result.signals,
    engine: { ...result.engine, medianFrameMs: round(medianFrameMs) },
  };
}

/** `huoti run`: one whole session over a recording, as if the clip were the camera. */
export const runCommand: Command = {
  usage: USAGE,
  summary: 'one whole session over a recording, as if the clip were the camera',
  details: [
    `--plan takes actions in their order: ${ACTIONS.join(', ')}. Without it four are drawn.`,
    '--seed draws the same plan every time. The same clip and plan give the same result.',
    'The policy is no-light: a recording can answer no light of the screen.',
  ],
  async run({ args, output, signal }) {
    const words = parseWords(args, {
      usage: USAGE,
      positionals: 1,
      flags: ['json'],
      values: ['plan', 'seed'],
    });
    const path = words.positionals[0] ?? '';
    const seed = words.value('seed');
    const planned = words.value('plan');
    const random = createRandom(seed === null ? null : parseSeed(seed));
    const actions = planned === null ? {} : { actions: parsePlanWord(planned) };
    const plan = createPlan({ random, ...actions });
    const clip = await openClip(path);
    const clock = createClipClock();
    const landmarker = createTimedLandmarker(createCliLandmarker());
    const session = createSession({
      source: createClipSource(clip, clock),
      landmarker,
      plan,
      clock,
      random: WITHOUT_PAUSES,
    });
    session.subscribe((event) => {
      if (event.type === 'frame-judged') {
        output.progress(clip.share(), `${(event.atMs / 1000).toFixed(1)} s of ${path}`);
      } else if (event.type === 'challenge-start' && !words.flag('json')) {
        output.note(`${(event.atMs / 1000).toFixed(1)} s: asked for ${event.action}`);
      }
    });
    let result: LivenessResult;
    try {
      result = await session.run({ signal });
    } finally {
      await clip.close();
    }
    if (words.flag('json')) output.data(JSON.stringify(report(result, landmarker.medianFrameMs())));
    else {
      const seconds = (result.durationMs / 1000).toFixed(1);
      const why = result.status === 'failed' ? `: ${result.reason} (${result.detail})` : '';
      for (const { action, status } of result.challenges) output.data(`${action}: ${status}`);
      output.data(`${result.status} after ${seconds} s, ${result.frameCount} frames${why}`);
    }
    return result.status === 'completed' ? EXIT.done : EXIT.refused;
  },
};
