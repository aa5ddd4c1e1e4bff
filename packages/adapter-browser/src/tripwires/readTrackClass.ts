import type { TripwireReading } from '@huoti/core';
import type { Realm } from '../environment/Realm.js';

const NAME = 'track-class';

/** Accessors that only tracks made by a script answer to, and the word for each. */
const BRANDS: readonly (readonly [holder: string, accessor: string, word: string])[] = [
  ['CanvasCaptureMediaStreamTrack', 'canvas', 'canvas'],
  ['MediaStreamTrackGenerator', 'writable', 'generator'],
];

/** What {@link readTrackClass} takes. */
export interface TrackClassOptions {
  readonly track: MediaStreamTrack;
  withFreshRealm<T>(look: (fresh: Realm) => T): T | null;
}

/** Whether the browser itself takes the object for one that has this accessor: the getter throws on anything else. */
function answersTo(track: object, holder: string, accessor: string, fresh: Realm): boolean {
  const interfaceObject: unknown = fresh.Reflect.get(fresh, holder);
  if (typeof interfaceObject !== 'function') return false;
  const prototype = interfaceObject.prototype as object;
  const getter = fresh.Reflect.getOwnPropertyDescriptor(prototype, accessor)?.get;
  if (getter === undefined) return false;
  try {
    fresh.Reflect.apply(getter, track, []);
    return true;
  } catch {
    return false;
  }
}

/**
 * Looks what kind of track the picture comes from.
 *
 * Sees: the track of a canvas or of a generator, which scripts draw into, and an object that only looks like a track. It asks
 * the browser by accessors of an untouched frame, so that a changed name or prototype does not hide the kind.
 * Defeated by: a track that a peer connection, another video element or a worker's generator gives: those have the plain class.
 * False alarms: none known. A camera never has one of these classes.
 * Reads: the track's class.
 */
export function readTrackClass({ track, withFreshRealm }: TrackClassOptions): TripwireReading {
  const word = withFreshRealm((fresh) => {
    if (!answersTo(track, 'MediaStreamTrack', 'readyState', fresh)) return 'no-track';
    const brand = BRANDS.find(([holder, accessor]) => answersTo(track, holder, accessor, fresh));
    return brand === undefined ? 'plain' : brand[2];
  });
  if (word === null) return { name: NAME, tripped: null, detail: 'no-frame' };
  return { name: NAME, tripped: word !== 'plain', detail: word };
}
