import type { Command } from '../Command.js';
import { createCliLandmarker } from '../engine/createCliLandmarker.js';
import { scanClip } from '../engine/scanClip.js';
import { EXIT } from '../exitCodes.js';
import { parseWords } from '../parseWords.js';

const USAGE = 'actions CLIP [--json]';

const seconds = (ms: number): string => (ms / 1000).toFixed(2);

/** `huoti actions`: every action that the free-running detectors find in a clip. */
export const actionsCommand: Command = {
  usage: USAGE,
  summary: 'free-running detectors: every action found in a clip',
  details: ['peak is the largest amplitude, in units of what a challenge asks for.'],
  async run({ args, output, signal }) {
    const words = parseWords(args, { usage: USAGE, positionals: 1, flags: ['json'] });
    const path = words.positionals[0] ?? '';
    const landmarker = createCliLandmarker();
    try {
      await landmarker.load({ signal });
      const scan = await scanClip(path, landmarker, {
        signal,
        onFrame: (atMs, share) => output.progress(share, `${(atMs / 1000).toFixed(1)} s of ${path}`),
      });
      const { frames, durationMs, facesMax } = scan;
      const actions = scan.actions.map(({ action, startMs, endMs, peak }) => ({
        action,
        startMs: Math.round(startMs),
        endMs: Math.round(endMs),
        peak: Math.round(peak * 100) / 100,
      }));
      if (words.flag('json')) {
        const faces = { max: facesMax };
        output.data(JSON.stringify({ frames, durationMs: Math.round(durationMs), faces, actions }));
      } else {
        for (const { action, startMs, endMs, peak } of actions) {
          output.data(`${seconds(startMs)} to ${seconds(endMs)} s  ${action}  peak ${peak}`);
        }
        output.data(`${actions.length} action(s) in ${frames} frame(s), ${facesMax} face(s) at most`);
      }
      return EXIT.done;
    } finally {
      await landmarker.dispose();
    }
  },
};
