import type { TripwireReading } from '@huoti/core';
import type { Realm } from '../environment/Realm.js';

const NAME = 'api-hooks';
/** What every engine prints in the place of a body of its own. */
const NATIVE = '[native code]';

/** Interfaces that stand between the camera and the engine's pixels, and their members that an injection has to replace. */
const WATCHED: Readonly<Record<string, readonly string[]>> = {
  Function: ['toString'],
  Navigator: ['mediaDevices'],
  MediaDevices: ['getUserMedia', 'enumerateDevices'],
  MediaStream: ['getTracks', 'getVideoTracks'],
  MediaStreamTrack: [
    'kind',
    'label',
    'readyState',
    'getSettings',
    'getCapabilities',
    'getConstraints',
    'applyConstraints',
  ],
  HTMLMediaElement: ['srcObject', 'currentTime', 'readyState', 'play'],
  HTMLVideoElement: ['videoWidth', 'videoHeight', 'requestVideoFrameCallback'],
  HTMLCanvasElement: ['getContext'],
  CanvasRenderingContext2D: ['drawImage', 'getImageData'],
  OffscreenCanvas: ['getContext'],
  OffscreenCanvasRenderingContext2D: ['drawImage', 'getImageData'],
  Performance: ['now'],
};

/** What {@link readApiHooks} takes. */
export interface ApiHooksOptions {
  readonly page: Realm;
  readonly track: MediaStreamTrack;
  withFreshRealm<T>(look: (fresh: Realm) => T): T | null;
}

const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

/** The object that an interface's members live on. */
function prototypeOf(realm: Realm, name: string, fresh: Realm): object | null {
  const holder: unknown = fresh.Reflect.get(realm, name);
  const prototype: unknown = isObject(holder) ? fresh.Reflect.get(holder, 'prototype') : null;
  return isObject(prototype) ? prototype : null;
}

/** Compares one member with the untouched one by what the browser prints of their functions. */
function hookOfMember(own: object, untouched: object, member: string, fresh: Realm): string | null {
  const expected = fresh.Reflect.getOwnPropertyDescriptor(untouched, member);
  if (expected === undefined) return null; // This browser has no such thing.
  const found = fresh.Reflect.getOwnPropertyDescriptor(own, member);
  if (found === undefined) return 'missing';
  const print = (value: unknown): string | null =>
    typeof value === 'function'
      ? String(fresh.Reflect.apply(fresh.Function.prototype.toString, value, []))
      : null;
  for (const part of ['value', 'get', 'set'] as const) {
    const text = print(expected[part]);
    // What should be untouched is not: a proxy prints without its name, a script's function with its source.
    if (text !== null && !(text.includes(member) && text.includes(NATIVE))) return 'frame-changed';
    if (print(found[part]) !== text) return 'not-native';
  }
  return null;
}

function hookOf(page: Realm, fresh: Realm, track: MediaStreamTrack): string | null {
  const global = hookOfMember(page, fresh, 'navigator', fresh);
  if (global !== null) return global;
  const { navigator } = page;
  const devices = fresh.Reflect.get(navigator, 'mediaDevices') as MediaDevices;
  const instances: readonly (readonly [instance: object, ...chain: string[]])[] = [
    [navigator, 'Navigator'],
    [devices, 'MediaDevices'],
    [track, 'MediaStreamTrack'],
  ];
  for (const [instance, name = ''] of instances) {
    const covered = (WATCHED[name] ?? []).some((member) =>
      fresh.Reflect.getOwnPropertyDescriptor(instance, member),
    );
    if (covered) return 'own-property';
  }
  if (fresh.Reflect.getPrototypeOf(devices) !== prototypeOf(page, 'MediaDevices', fresh)) return 'prototype';
  for (const [name, members] of Object.entries(WATCHED)) {
    const untouched = prototypeOf(fresh, name, fresh);
    if (untouched === null) continue;
    const own = prototypeOf(page, name, fresh);
    if (own === null) return 'missing';
    for (const member of members) {
      const hook = hookOfMember(own, untouched, member, fresh);
      if (hook !== null) return hook;
    }
  }
  return null;
}

/**
 * Looks whether a script has put itself between the camera and the engine.
 *
 * Sees: a camera interface that was overridden on the object, replaced on its prototype, wrapped in a proxy, bound, or removed:
 * its function then prints otherwise than the same function of an untouched frame. The printing function is the frame's too,
 * so that a script which makes the page's own `toString` lie gains nothing.
 * Defeated by: a browser that was changed itself; a script that changes every new frame as well, in the same turn, and makes all
 * of them print alike (a test shows it); a virtual camera, for which no interface has to be replaced at all.
 * False alarms: anything else that replaces these functions: a shim for old browsers, a privacy extension that guards
 * the camera or the canvas, a test instrument. Not measured on people's browsers.
 * Reads: functions of the interfaces above, and `navigator.mediaDevices`. Calls none of them, and no value but the word leaves.
 */
export function readApiHooks({ page, track, withFreshRealm }: ApiHooksOptions): TripwireReading {
  const seen = withFreshRealm((fresh) => ({ hook: hookOf(page, fresh, track) }));
  if (seen === null) return { name: NAME, tripped: null, detail: 'no-frame' };
  return { name: NAME, tripped: seen.hook !== null, detail: seen.hook ?? 'native' };
}
