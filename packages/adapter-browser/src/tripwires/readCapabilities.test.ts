import { describe, expect, it } from '@jest/globals';
import { readCapabilities } from './readCapabilities.js';

const settings: MediaTrackSettings = { deviceId: 'one', width: 640, height: 480, frameRate: 30 };
const capabilities: MediaTrackCapabilities = {
  width: { min: 1, max: 1920 },
  height: { min: 1, max: 1080 },
  frameRate: { min: 0, max: 30 },
};

describe('readCapabilities', () => {
  it.each([
    ['a usual camera', settings, capabilities],
    ['a phone held upright', { ...settings, width: 1080, height: 1920 }, capabilities],
    ['a rate of 29.97', { ...settings, frameRate: 29.97 }, capabilities],
    ['a rate rounded up', { ...settings, frameRate: 30.000030517578125 }, capabilities],
    ['a browser without capabilities', settings, null],
  ])('%s is as a camera', (_what, found, able) => {
    expect(readCapabilities({ settings: found, capabilities: able })).toEqual({
      name: 'capabilities',
      tripped: false,
      detail: 'as-a-camera',
    });
  });

  it.each([
    ['no device behind it', { ...settings, deviceId: '' }, capabilities, 'no-device'],
    ['a size that no sensor gives', { ...settings, width: 641 }, capabilities, 'odd-size'],
    ['a rate that no camera has', { ...settings, frameRate: 1000 }, capabilities, 'impossible-rate'],
    ['a rate of nothing', { ...settings, frameRate: 0 }, capabilities, 'impossible-rate'],
    ['nothing to choose from', settings, {}, 'no-capabilities'],
    [
      'a largest size below any camera',
      { ...settings, width: 160, height: 120 },
      { width: { max: 160 }, height: { max: 120 } },
      'impossible-size',
    ],
    [
      'a size beyond its largest',
      { ...settings, width: 2560, height: 1440 },
      capabilities,
      'beyond-capabilities',
    ],
    ['a rate beyond its fastest', { ...settings, frameRate: 60 }, capabilities, 'beyond-capabilities'],
  ])('%s is seen', (_what, found, able, detail) => {
    expect(readCapabilities({ settings: found, capabilities: able })).toMatchObject({
      tripped: true,
      detail,
    });
  });

  it('the device id does not leave', () => {
    expect(JSON.stringify(readCapabilities({ settings, capabilities }))).not.toContain('one');
  });
});
