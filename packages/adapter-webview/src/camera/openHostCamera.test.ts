import { describe, expect, it } from '@jest/globals';
import type { CameraOpen, CameraOpened } from '@huoti/protocol/bridge';
import type { BridgeLink } from '../link/BridgeLink.js';
import { openHostCamera } from './openHostCamera.js';

const linkThat = (
  over: Partial<CameraOpened> = {},
  offers = ['camera.host', 'frames.jpeg', 'frames.i420'],
) => {
  const asked: (readonly [name: string, payload: unknown])[] = [];
  const link = {
    capability: (name: string) => (offers.includes(name) ? 1 : 0),
    async request(name: string, payload: unknown) {
      asked.push([name, payload]);
      if (name === 'camera.close') return {};
      const { idealWidthPx: widthPx, idealHeightPx: heightPx, idealFps: fps, facing } = payload as CameraOpen;
      return { stream: 3, widthPx, heightPx, fps, facing, format: 'jpeg', mirrored: false, ...over };
    },
  };
  return { link: link as Pick<BridgeLink, 'capability' | 'request'>, asked };
};

describe('openHostCamera', () => {
  it('asks for 320 x 240 at 30 frames a second of the front camera, JPEG first', async () => {
    const { link, asked } = linkThat();
    const { opened, warnings } = await openHostCamera(link, {});
    expect(asked).toEqual([
      [
        'camera.open',
        { facing: 'user', idealWidthPx: 320, idealHeightPx: 240, idealFps: 30, formats: ['jpeg', 'i420'] },
      ],
    ]);
    expect(opened.stream).toBe(3);
    expect(warnings).toEqual([]);
  });

  it('a wish that the protocol can not carry becomes the nearest one', async () => {
    const { link, asked } = linkThat();
    await openHostCamera(link, { idealWidthPx: 7680, idealHeightPx: 8.4, idealFps: 240 });
    expect(asked[0]?.[1]).toMatchObject({ idealWidthPx: 4096, idealHeightPx: 16, idealFps: 60 });
  });

  it.each([
    ['a phone held upright swaps the sides', { widthPx: 240, heightPx: 320 }, []],
    ['more than was asked for', { widthPx: 640, heightPx: 480 }, []],
    ['a smaller picture', { widthPx: 176, heightPx: 144 }, ['asked for 320x240 px, got 176x144']],
    ['a frame less a second', { fps: 29 }, []],
    ['half the frames', { fps: 15 }, ['asked for 30 frames a second, got 15']],
    [
      'the other camera',
      { facing: 'environment' as const },
      ['asked for the user camera, got the environment one'],
    ],
  ])('%s: the warnings say so', async (_title, over, expected) => {
    const { warnings } = await openHostCamera(linkThat(over).link, {});
    expect(warnings).toEqual(expected);
  });

  it.each([
    ['no camera', ['frames.jpeg']],
    ['a camera without a format', ['camera.host']],
  ])('an app with %s is CAMERA_UNSUPPORTED, and is not asked', async (_title, offers) => {
    const { link, asked } = linkThat({}, offers);
    await expect(openHostCamera(link, {})).rejects.toMatchObject({ code: 'CAMERA_UNSUPPORTED' });
    expect(asked).toEqual([]);
  });

  it('a format that was not asked for is PROTOCOL_MALFORMED, and the camera is closed', async () => {
    const { link, asked } = linkThat({ format: 'i420' }, ['camera.host', 'frames.jpeg']);
    await expect(openHostCamera(link, {})).rejects.toMatchObject({ code: 'PROTOCOL_MALFORMED' });
    expect(asked.map(([name]) => name)).toEqual(['camera.open', 'camera.close']);
  });
});
