import type { SignalReadings } from '@huoti/core';
import type { PlayedPresentation } from './PlayedPresentation.js';

/** A presentation and its readings as one line of a table: no picture, no landmark. */
export interface PresentationLine {
  readonly species: string;
  readonly label: 'bona-fide' | 'attack';
  readonly source: string;
  readonly person: string;
  readonly part: 'train' | 'test';
  readonly pieces: number;
  readonly seed: number;
  readonly planLight: boolean;
  readonly actions: readonly string[];
  readonly lightModel: 'point' | 'area';
  readonly ambientLux: number;
  readonly ending: string;
  readonly detail: string;
  readonly frames: number;
  readonly durationMs: number;
  readonly signals: SignalReadings;
  readonly costMs: PlayedPresentation['costMs'];
}

/** What a played presentation leaves behind. */
export function lineOf(played: PlayedPresentation): PresentationLine {
  const { species, label, source, person, part, pieces, seed, planLight, lightModel, ending, detail } =
    played;
  return {
    species,
    label,
    source,
    person,
    part,
    pieces,
    seed,
    planLight,
    actions: played.steps.map(({ action }) => action),
    lightModel,
    ambientLux: Math.round(played.room.ambientLux),
    ending,
    detail,
    frames: played.frameCount,
    durationMs: played.durationMs,
    signals: played.signals,
    costMs: {
      drawing: Math.round(played.costMs.drawing),
      detecting: Math.round(played.costMs.detecting),
      whole: Math.round(played.costMs.whole),
    },
  };
}
