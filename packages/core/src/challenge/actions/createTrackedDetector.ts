import type { Action } from '@huoti/protocol';
import type { FaceObservation } from '../../vision/FaceObservation.js';
import type { ActionDetector, ActionReading } from '../ActionDetector.js';
import { measureFace } from '../measureFace.js';
import type { ActionTracker } from '../motion/ActionTracker.js';

/** The bar follows the movement with this time constant, so that a trembling landmark does not shake it. */
const PROGRESS_SMOOTHING_MS = 80;

const AT_REST: ActionReading = {
  status: 'pending',
  progress: 0,
  hint: 'none',
  startMs: null,
  endMs: null,
  peak: 0,
  measurements: {},
};

/** Makes an {@link ActionDetector} of a tracker: the window's start, the verdict that stays, the peak, a steady bar. */
export function createTrackedDetector(action: Action, tracker: ActionTracker): ActionDetector {
  let startAtMs: number | null = null;
  let reading = AT_REST;
  let lastMs: number | null = null;

  const clear = (): void => {
    tracker.restart();
    reading = AT_REST;
    lastMs = null;
  };

  return {
    action,
    start(atMs: number): void {
      clear();
      startAtMs = atMs;
    },
    reset(): void {
      clear();
      startAtMs = null;
    },
    update(observation: FaceObservation): ActionReading {
      if (reading.status !== 'pending') return reading;
      const measures = measureFace(observation);
      if (measures === null) return reading;
      const now = measures.timestampMs;
      const tracked = tracker.push(measures);
      if (startAtMs === null || now < startAtMs) {
        // What was under way before the window counts for nothing; the person's usual level is known by now.
        tracker.restart();
        return reading;
      }
      const follow = lastMs === null ? 1 : 1 - Math.exp(-Math.max(0, now - lastMs) / PROGRESS_SMOOTHING_MS);
      lastMs = now;
      const violated = tracked.violated === true;
      const ended = tracked.complete || violated;
      reading = {
        status: tracked.complete ? 'satisfied' : violated ? 'violated' : 'pending',
        progress: tracked.complete ? 1 : reading.progress + follow * (tracked.progress - reading.progress),
        hint: tracked.complete ? 'none' : tracked.hint,
        startMs: tracked.startMs,
        endMs: ended ? now : null,
        peak: Math.max(reading.peak, tracked.amplitude),
        measurements: tracked.measurements,
      };
      return reading;
    },
  };
}
