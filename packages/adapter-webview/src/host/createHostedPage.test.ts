import { describe, expect, it } from '@jest/globals';
import { createAbortSource } from '@huoti/core';
import { HuotiError } from '@huoti/protocol';
import { createCameraRig, settle } from '../../test/support/createCameraRig.js';
import { createFakeHostCamera } from '../testing/createFakeHostCamera.js';
import type { HostDevice } from './HostDevice.js';

const WISH = { facing: 'user', idealWidthPx: 320, idealHeightPx: 240, idealFps: 30 } as const;
const wish = () => ({ ...WISH, formats: ['jpeg' as const] });

describe('an app by the book', () => {
  it('does what its device does, and hands on its word', async () => {
    const done: string[] = [];
    const device: HostDevice = {
      permission: { query: async () => 'prompt', request: async () => 'granted' },
      openSettings: async () => void done.push('settings'),
      setBrightness: async (level) => void done.push(`brightness ${String(level)}`),
      attest: async ({ nonce }) => ({ kind: 'test', statement: nonce }),
    };
    const { link } = await createCameraRig({ host: { device } });
    const camera = { permission: 'camera' } as const;
    expect(await link.request('permission.query', camera)).toEqual({ state: 'prompt' });
    expect(await link.request('permission.request', camera)).toEqual({ state: 'granted' });
    await link.request('settings.open', {});
    await link.request('brightness', { level: 0.5 });
    expect(await link.request('attestation', { nonce: 'a'.repeat(32) })).toEqual({
      kind: 'test',
      statement: 'a'.repeat(32),
    });
    expect(done).toEqual(['settings', 'brightness 0.5']);
    link.close();
  });

  it('keeps the order of what changes the screen, though the first takes longer', async () => {
    const done: string[] = [];
    let finish = (): void => undefined;
    const device: HostDevice = {
      setBrightness: (level) =>
        new Promise((resolve) => {
          done.push(`begin ${String(level)}`);
          const end = (): void => {
            done.push(`end ${String(level)}`);
            resolve();
          };
          if (level === null) end();
          else finish = end;
        }),
    };
    const { link } = await createCameraRig({ host: { device } });
    const both = [link.request('brightness', { level: 1 }), link.request('brightness', { level: null })];
    await settle();
    expect(done).toEqual(['begin 1']);
    finish();
    await Promise.all(both);
    expect(done).toEqual(['begin 1', 'end 1', 'begin null', 'end null']);
    link.close();
  });

  it('tells the code of what failed, and nothing of an error that is none of ours', async () => {
    const errors = [
      new HuotiError('CAMERA_PERMISSION_DENIED', 'no', { retryable: true }),
      new TypeError('secret of the app'),
    ];
    const device: HostDevice = {
      openSettings: async () => {
        throw errors.shift() ?? new TypeError('no more');
      },
    };
    const { link } = await createCameraRig({ host: { device } });
    await expect(link.request('settings.open', {})).rejects.toMatchObject({
      code: 'CAMERA_PERMISSION_DENIED',
      retryable: true,
    });
    await expect(link.request('settings.open', {})).rejects.toMatchObject({
      code: 'HOST_ERROR',
      message: 'the app answered settings.open with: internal',
    });
    link.close();
  });

  it('an answer larger than the page takes is PROTOCOL_MALFORMED, never cut', async () => {
    const device: HostDevice = {
      attest: async () => ({ kind: 'test', statement: 'x'.repeat(300_000) }),
    };
    const { link } = await createCameraRig({ host: { device } });
    await expect(link.request('attestation', { nonce: 'a'.repeat(32) })).rejects.toMatchObject({
      code: 'PROTOCOL_MALFORMED',
    });
    link.close();
  });

  it('a person who is asked for a permission is no longer asked once the page gives up', async () => {
    let aborted = false;
    const device: HostDevice = {
      permission: {
        query: async () => 'prompt',
        request: ({ signal }) =>
          new Promise(() => signal.addEventListener('abort', () => void (aborted = true))),
      },
    };
    const { link } = await createCameraRig({ host: { device } });
    const abort = createAbortSource();
    const asked = link.request('permission.request', { permission: 'camera' }, { signal: abort.signal });
    asked.catch(() => undefined);
    await settle();
    abort.abort();
    await settle();
    expect(aborted).toBe(true);
    link.close();
  });

  it('a second camera.open while one is open is CAMERA_IN_USE, and none in a format it has not', async () => {
    const camera = createFakeHostCamera({ formats: ['jpeg'] });
    const { link } = await createCameraRig({ camera });
    await expect(link.request('camera.open', { ...WISH, formats: ['i420'] })).rejects.toMatchObject({
      code: 'HOST_FORBIDS',
    });
    const first = await link.request('camera.open', wish());
    await expect(link.request('camera.open', wish())).rejects.toMatchObject({ code: 'CAMERA_IN_USE' });
    await link.request('camera.close', { stream: first.stream });
    const second = await link.request('camera.open', wish());
    expect(second.stream).not.toBe(first.stream);
    // Closing the one that is closed leaves the other alone.
    await link.request('camera.close', { stream: first.stream });
    expect(camera.isOpen).toBe(true);
    link.close();
  });

  it('tells the page that it is stalled after 3 s without credit, and leaves the camera open', async () => {
    const { link, camera, capture, pass } = await createCameraRig();
    const states: string[] = [];
    link.on('camera.state', ({ state }) => states.push(state));
    const { stream } = await link.request('camera.open', wish());
    await capture(1);
    await pass(3000);
    expect(states).toEqual(['stalled']);
    expect(camera.isOpen).toBe(true);
    const frames: number[] = [];
    link.onFrame(({ bytes }) => frames.push(bytes?.[0] ?? -1));
    await capture(2);
    link.emit('frame.credit', { stream, credits: 1 });
    await settle();
    expect(frames).toEqual([2]);
    link.close();
  });

  it('a picture larger than the page takes is never sent, and counts as dropped', async () => {
    const { link, camera } = await createCameraRig();
    const { stream } = await link.request('camera.open', wish());
    const frames: string[] = [];
    link.onFrame(({ frame, bytes }) =>
      frames.push(`${frame.sequence} ${frame.droppedCount} ${bytes?.length ?? 0}`),
    );
    link.emit('frame.credit', { stream, credits: 1 });
    await settle();
    camera.capture({ bytes: new Uint8Array(2_097_152) });
    camera.capture({ bytes: new Uint8Array(7) });
    await settle();
    expect(frames).toEqual(['0 1 7']);
    link.close();
  });

  it('a listener of the app that throws disturbs nothing', async () => {
    const { link } = await createCameraRig({
      host: {
        onResult: () => {
          throw new TypeError('made for the test');
        },
        onUiClose: () => {
          throw new TypeError('made for the test');
        },
      },
    });
    link.emit('ui.close', {});
    expect(await link.request('result', { ended: 'declined' })).toEqual({});
    link.close();
  });
});
