import { describe, expect, it } from '@jest/globals';
import { isHuotiError } from '@huoti/protocol';
import { createCameraElement } from './createCameraElement.js';

const nothing = { onReady: () => undefined, onFault: () => undefined, onLeft: () => undefined };

describe('the camera element', () => {
  it('is wanted while it is held, and a page that comes late is told', () => {
    const element = createCameraElement({ id: 'mine' });
    const told: string[] = [];
    const off = element.onWanted((wanted) => told.push(`early ${wanted}`));
    const giveBack = element.acquire(nothing);
    element.onWanted((wanted) => told.push(`late ${wanted}`));
    giveBack();
    giveBack();
    off();
    element.acquire(nothing)();
    expect(element.id).toBe('mine');
    expect(told).toEqual(['early true', 'late true', 'early false', 'late false', 'late true', 'late false']);
  });

  it('has one holder; whoever gave it back disturbs the next one no more', () => {
    const element = createCameraElement();
    const first = element.acquire(nothing);
    let code: unknown;
    try {
      element.acquire(nothing);
    } catch (error) {
      code = isHuotiError(error) && error.code;
    }
    expect(code).toBe('CAMERA_IN_USE');
    first();
    const faults: string[] = [];
    element.acquire({ ...nothing, onFault: ({ detail }) => faults.push(detail) });
    first();
    element.fault({ kind: 'broken', detail: 'heard' });
    expect(faults).toEqual(['heard']);
  });

  it('that stood in view and was ready before counts as ready, until it is left or fails', () => {
    const element = createCameraElement();
    let ready = 0;
    const holder = { ...nothing, onReady: () => (ready += 1) };
    element.ready();
    element.acquire(holder)();
    expect(ready).toBe(1);
    element.ready();
    element.left('hidden');
    element.acquire(holder)();
    element.ready();
    element.fault({ kind: 'stopped', detail: 'stop' });
    element.acquire(holder)();
    expect(ready).toBe(1);
  });

  it('a page whose listener throws keeps nobody from it', () => {
    const element = createCameraElement();
    const told: boolean[] = [];
    element.onWanted(() => {
      throw new TypeError('in the page');
    });
    element.onWanted((wanted) => told.push(wanted));
    element.acquire(nothing)();
    expect(told).toEqual([true, false]);
  });

  it('tells when the page is left, held or not', () => {
    const element = createCameraElement();
    const told: string[] = [];
    const off = element.onLeft((why) => told.push(why));
    element.left('hidden');
    element.acquire({ ...nothing, onLeft: (why) => told.push(`holder ${why}`) });
    element.left('unloaded');
    off();
    element.left('hidden');
    expect(told).toEqual(['hidden', 'holder unloaded', 'unloaded', 'holder hidden']);
  });
});
