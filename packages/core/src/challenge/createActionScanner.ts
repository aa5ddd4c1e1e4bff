import type { FaceObservation } from '../vision/FaceObservation.js';
import type { FoundAction } from './FoundAction.js';
import { measureFace } from './measureFace.js';
import { createBlinkTracker } from './motion/createBlinkTracker.js';
import { createNodTracker } from './motion/createNodTracker.js';
import { createDistanceEpisodes } from './scan/createDistanceEpisodes.js';
import { createMouthEpisodes } from './scan/createMouthEpisodes.js';
import { createRollingBaseline } from './scan/createRollingBaseline.js';
import { createTrackedEpisodes } from './scan/createTrackedEpisodes.js';
import { createTurnEpisodes } from './scan/createTurnEpisodes.js';
import type { EpisodeFinder } from './scan/EpisodeFinder.js';

/** Finds every action of one face in a recording, unasked. */
export interface ActionScanner {
  /**
   * Takes the next frame in; `null` where no face was found. Gives the actions that came to their end, which may lie a
   * moment back.
   */
  update(observation: FaceObservation | null): readonly FoundAction[];
  /** The recording is over: gives what was still under way. */
  finish(): readonly FoundAction[];
}

/**
 * Makes a scanner. It learns the person's usual look as it goes; a turn counts from a yaw index of 0.5, a mouth from
 * half of what a challenge asks for.
 *
 * @example
 * const scanner = createActionScanner();
 * const found = observations.flatMap((each) => scanner.update(each)).concat(scanner.finish());
 */
export function createActionScanner(): ActionScanner {
  const baseline = createRollingBaseline();
  const finders: readonly EpisodeFinder[] = [
    createTrackedEpisodes('blink', createBlinkTracker(baseline.current)),
    createTrackedEpisodes('nod', createNodTracker(baseline.current)),
    createMouthEpisodes(baseline.current),
    createTurnEpisodes(),
    createDistanceEpisodes(baseline.current),
  ];
  const all = (read: (finder: EpisodeFinder) => readonly FoundAction[]): readonly FoundAction[] =>
    finders.reduce<readonly FoundAction[]>((found, finder) => found.concat(read(finder)), []);

  return {
    update(observation): readonly FoundAction[] {
      const measures = observation === null ? null : measureFace(observation);
      if (measures === null) return [];
      baseline.update(measures);
      return all((finder) => finder.push(measures));
    },
    finish: () => all((finder) => finder.finish()),
  };
}
