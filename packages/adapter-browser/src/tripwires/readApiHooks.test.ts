import { describe, expect, it } from '@jest/globals';
import { makeRealm, standIn } from '../../test/support/fakeBrowser.js';
import type { Realm } from '../environment/Realm.js';
import { readApiHooks } from './readApiHooks.js';

/** A page after a script ran in it, looked at by an untouched frame's functions. */
const seenAfter = (
  script: string,
  { frames = true, inFrames = '' }: { frames?: boolean; inFrames?: string } = {},
) => {
  const page = makeRealm();
  page.Function(script)();
  const track = standIn<MediaStreamTrack>(Reflect.construct(page.Reflect.get(page, 'MediaStreamTrack'), []));
  const withFreshRealm = <T>(look: (fresh: Realm) => T): T | null => {
    const fresh = makeRealm();
    fresh.Function(inFrames)();
    return frames ? look(fresh) : null;
  };
  return readApiHooks({ page, track, withFreshRealm });
};

describe('readApiHooks', () => {
  it('a page whose interfaces are as an untouched frame has them is native', () => {
    expect(seenAfter('')).toEqual({ name: 'api-hooks', tripped: false, detail: 'native' });
  });

  it.each([
    [
      // The attacker gives the session a stream of their own wherever a camera is asked for.
      'an override on the object',
      'navigator.mediaDevices.getUserMedia = () => "injected";',
      'own-property',
    ],
    [
      'a replaced method of the prototype',
      'MediaDevices.prototype.getUserMedia = function getUserMedia() { return "injected"; };',
      'not-native',
    ],
    [
      // A proxy passes everything on but the answer; its function has no name when it is printed.
      'a proxy around the method',
      `const { getUserMedia } = MediaDevices.prototype;
       MediaDevices.prototype.getUserMedia = new Proxy(getUserMedia, { apply: () => "injected" });`,
      'not-native',
    ],
    [
      'a bound copy of the method',
      'MediaDevices.prototype.getUserMedia = MediaDevices.prototype.getUserMedia.bind({});',
      'not-native',
    ],
    [
      // The hook says of itself that it is native code, in each way that the page's own realm could be asked.
      'a hook that hides its text',
      `const { getUserMedia } = MediaDevices.prototype;
       const hook = function getUserMedia() { return "injected"; };
       hook.toString = () => getUserMedia.toString();
       const { toString } = Function.prototype;
       MediaDevices.prototype.getUserMedia = hook;
       Function.prototype.toString = new Proxy(toString, {
         apply: (real, self, rest) => Reflect.apply(real, self === hook ? getUserMedia : self, rest),
       });`,
      'not-native',
    ],
    [
      'another object in the place of the devices',
      `Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia: () => "injected" } });`,
      'own-property',
    ],
    [
      'devices with a prototype of their own',
      `const { mediaDevices } = navigator;
       Object.setPrototypeOf(mediaDevices, Object.create(MediaDevices.prototype));`,
      'prototype',
    ],
    [
      'another navigator',
      `const other = { mediaDevices: { getUserMedia: () => "injected" } };
       Object.defineProperty(globalThis, 'navigator', { get: () => other });`,
      'not-native',
    ],
    ['a removed method', 'delete MediaStreamTrack.prototype.applyConstraints;', 'missing'],
    [
      'a getter that lies',
      `Object.defineProperty(MediaStreamTrack.prototype, 'readyState', { get: () => 'live' });`,
      'not-native',
    ],
  ])('%s is seen', (_what, script, detail) => {
    expect(seenAfter(script)).toEqual({ name: 'api-hooks', tripped: true, detail });
  });

  it.each([
    [
      'a proxy',
      'MediaDevices.prototype.getUserMedia = new Proxy(MediaDevices.prototype.getUserMedia, { apply: () => "injected" });',
    ],
    ['a function', 'MediaDevices.prototype.getUserMedia = function getUserMedia() { return "injected"; };'],
  ])('%s that is put into every new frame as well is seen in the frame', (_what, script) => {
    expect(seenAfter(script, { inFrames: script })).toMatchObject({ tripped: true, detail: 'frame-changed' });
  });

  it('without a frame to compare with it says that it could not look', () => {
    expect(seenAfter('', { frames: false })).toEqual({
      name: 'api-hooks',
      tripped: null,
      detail: 'no-frame',
    });
  });
});
