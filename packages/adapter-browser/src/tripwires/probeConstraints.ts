import type { AbortSignalLike, Clock, TripwireReading } from '@huoti/core';
import { MAX_FIRST_FRAME_MS } from '../frames/startFrameWatchdog.js';
import { throwIfAborted } from '../host/throwIfAborted.js';

const NAME = 'constraint-probe';

/** How long a change of size may take to be seen, in ms; also the time that is given to change back. */
export const PROBE_LIMIT_MS = 1000;
/** How often it is looked, in ms: about each picture at 30 frames a second. */
const LOOK_MS = 40;
/** Half the length of each side is a quarter of the area; a camera that has no such size gives its next one below. */
const SMALLER_AREA = 0.7;
/** Back to this share of the first area counts as restored. */
const RESTORED_AREA = 0.9;

/** A size in px. */
export interface PictureSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What {@link probeConstraints} takes. */
export interface ConstraintProbeOptions {
  readonly track: Pick<MediaStreamTrack, 'getSettings' | 'getConstraints' | 'applyConstraints'>;
  /** The size of the newest picture; `null` before the first. */
  picture(): PictureSize | null;
  readonly clock: Clock;
  readonly signal?: AbortSignalLike | undefined;
}

const even = (sizePx: number): number => Math.max(2, 2 * Math.round(sizePx / 4));
const areaOf = ({ widthPx, heightPx }: PictureSize): number => widthPx * heightPx;

/**
 * Asks the camera for another size and looks whether it obeys.
 *
 * Sees: a source that says it changed and goes on as before, says nothing and goes on, or refuses what no camera refuses (every
 * constraint is a wish), or does not know what it was opened with. What was asked before is asked again at the end, whatever happened.
 * Defeated by: whatever the browser itself scales, since it scales for real cameras in the same way: a virtual camera passes,
 * and so does a canvas in Chromium 156 (2026-11-26), but for what it was opened with, which a script can ask it for beforehand.
 * False alarms: cameras that need longer than a second for a change of size; one that has a single size, in a browser that does not scale.
 * Reads: the track's settings and constraints, and the size of the pictures.
 */
export async function probeConstraints({
  track,
  picture,
  clock,
  signal,
}: ConstraintProbeOptions): Promise<TripwireReading> {
  const settingsSize = (): PictureSize => {
    const { width = 0, height = 0 } = track.getSettings();
    return { widthPx: width, heightPx: height };
  };
  const until = async (holds: () => boolean, limitMs = PROBE_LIMIT_MS): Promise<boolean> => {
    const endMs = clock.nowMs() + limitMs;
    while (!holds()) {
      if (clock.nowMs() >= endMs) return false;
      await clock.sleep(LOOK_MS, { signal });
    }
    return true;
  };
  const pictureArea = (): number => areaOf(picture() ?? { widthPx: 0, heightPx: 0 });

  if (!(await until(() => pictureArea() > 0, MAX_FIRST_FRAME_MS)))
    return { name: NAME, tripped: null, detail: 'no-picture' };
  const first = settingsSize();
  const firstArea = pictureArea();
  if (areaOf(first) === 0) return { name: NAME, tripped: null, detail: 'no-size' };

  const asked = track.getConstraints();
  const neverAsked = Object.keys(asked).length === 0;
  // Never awaited alone: a source that answers to nothing must not hold the session up.
  const change = (constraints: MediaTrackConstraints): { refused: boolean } => {
    const answer = { refused: false };
    void track.applyConstraints(constraints).catch(() => {
      answer.refused = true;
    });
    return answer;
  };
  let detail = 'ignored';
  try {
    const answer = change({
      ...asked,
      width: { ideal: even(first.widthPx) },
      height: { ideal: even(first.heightPx) },
    });
    const told = (): boolean => areaOf(settingsSize()) <= SMALLER_AREA * areaOf(first);
    const shown = (): boolean => pictureArea() <= SMALLER_AREA * firstArea;
    await until(() => answer.refused || (told() && shown()));
    if (answer.refused) detail = 'refused';
    else if (told() && shown()) detail = 'obeyed';
    else if (told()) detail = 'only-told';
    else if (shown()) detail = 'not-told';
  } finally {
    change(asked);
  }
  throwIfAborted(signal);
  if (detail === 'obeyed' && neverAsked) detail = 'never-asked';
  if (await until(() => pictureArea() >= RESTORED_AREA * firstArea)) {
    return { name: NAME, tripped: detail !== 'obeyed', detail };
  }
  // By its own size once more: a camera that was opened without a wish has nothing to go back to.
  change({ ...asked, width: { ideal: first.widthPx }, height: { ideal: first.heightPx } });
  await until(() => pictureArea() >= RESTORED_AREA * firstArea);
  return {
    name: NAME,
    tripped: detail !== 'obeyed',
    detail: detail === 'obeyed' ? 'slow-to-return' : detail,
  };
}
