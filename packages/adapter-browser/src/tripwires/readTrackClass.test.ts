import { describe, expect, it } from '@jest/globals';
import { makeRealm, standIn } from '../../test/support/fakeBrowser.js';
import { readTrackClass } from './readTrackClass.js';

const seen = (track: object) =>
  readTrackClass({
    track: standIn<MediaStreamTrack>(track),
    withFreshRealm: (look) => look(makeRealm()),
  });

describe('readTrackClass', () => {
  it('a plain track is none that a script made', () => {
    expect(seen({ isTrack: true })).toEqual({ name: 'track-class', tripped: false, detail: 'plain' });
  });

  it("a canvas's track is one, whatever it says its class is", () => {
    const track = { isTrack: true, isCanvas: true, [Symbol.toStringTag]: 'MediaStreamTrack' };
    expect(seen(track)).toEqual({ name: 'track-class', tripped: true, detail: 'canvas' });
  });

  it('an object that only looks like a track is seen', () => {
    expect(seen({ readyState: 'live', kind: 'video' })).toMatchObject({ tripped: true, detail: 'no-track' });
  });

  it('without a frame to ask it says that it could not look', () => {
    const reading = readTrackClass({ track: standIn<MediaStreamTrack>({}), withFreshRealm: () => null });
    expect(reading).toEqual({ name: 'track-class', tripped: null, detail: 'no-frame' });
  });
});
