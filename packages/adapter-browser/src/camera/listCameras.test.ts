import { describe, expect, it } from '@jest/globals';
import { FakeBrowser } from '../../test/support/fakeBrowser.js';
import { listCameras } from './listCameras.js';

describe('listCameras', () => {
  it('gives ids and numbers, and no label', async () => {
    const { environment, devices } = new FakeBrowser();
    devices?.devices.push(
      { kind: 'audioinput', deviceId: 'microphone', label: 'Microphone' },
      { kind: 'videoinput', deviceId: 'second', label: 'Back camera' },
    );
    expect(await listCameras({ environment })).toEqual([
      { id: 'first', ordinal: 1 },
      { id: 'second', ordinal: 2 },
    ]);
  });

  it('is empty before the camera was allowed, and asks for nothing', async () => {
    const { environment, devices } = new FakeBrowser();
    if (devices) devices.devices = [{ kind: 'videoinput', deviceId: '', label: '' }];
    expect(await listCameras({ environment })).toEqual([]);
    expect(devices?.requests).toEqual([]);
  });
});
