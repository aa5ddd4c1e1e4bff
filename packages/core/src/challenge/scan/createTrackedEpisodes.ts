import type { FoundAction } from '../FoundAction.js';
import type { ActionTracker } from '../motion/ActionTracker.js';
import type { EpisodeFinder } from './EpisodeFinder.js';

/** Finds the movements that go and come back, blink and nod, by the tracker that challenges use. */
export function createTrackedEpisodes(action: FoundAction['action'], tracker: ActionTracker): EpisodeFinder {
  return {
    push(measures): readonly FoundAction[] {
      const { complete, startMs, amplitude } = tracker.push(measures);
      if (!complete) return [];
      return [
        { action, startMs: startMs ?? measures.timestampMs, endMs: measures.timestampMs, peak: amplitude },
      ];
    },
    finish: () => [],
  };
}
