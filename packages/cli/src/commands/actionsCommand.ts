import type { Command } from '../Command.js';
import { createCliLandmarker } from '../engine/createCliLandmarker.js';
import { scanClip } from '../engine/scanClip.js';
import { EXIT } from '../exitCodes.js';
import { parseWords } from '../parseWords.js';

const USAGE = 'actions CLIP [--json]';

/** `huoti actions`: every action that the free-running detectors find in a clip. */
export const actionsCommand: Command = {
  usage: USAGE,
  summary: 'free-running detectors: every action found',
  async run({ args, output, signal }) {
    const words = parseWords(args, { usage: USAGE, positionals: 1, flags: ['json'] });
    const path = words.positionals[0] ?? '';
    const landmarker = createCliLandmarker();
    try {
      await landmarker.load({ signal });
      const scan = await scanClip(path, landmarker, {
        signal,
        onFrame: (atMs) => output.progress(0, null, `${(atMs / 1000).toFixed(1)} s of ${path}`),
      });
      const found = scan.actions.map(({ action, startMs, endMs, peak }) => ({
        action,
        startMs: Math.round(startMs),
        endMs: Math.round(endMs),
        peak: Math.round(peak * 100) / 100,
      }));
      const { frames, durationMs, facesMax } = scan;
      if (words.flag('json')) {
        output.data(
          JSON.stringify({
            frames,
            durationMs: Math.round(durationMs),
            faces: { max: facesMax },
            actions: found,
          }),
        );
      } else {
        for (const { action, startMs, endMs, peak } of found) {
          output.data(
            `${(startMs / 1000).toFixed(2)} to ${(endMs / 1000).toFixed(2)} s  ${action}  peak ${peak}`,
          );
        }
        output.data(`${found.length} actions in ${frames} frames, ${facesMax} face(s) at most`);
      }
      return EXIT.done;
    } finally {
      await landmarker.dispose();
    }
  },
};
