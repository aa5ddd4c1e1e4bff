import { describe, expect, it } from '@jest/globals';
import { isHuotiError } from '@huoti/protocol';
import { createCameraRig, type CameraRig } from '../../test/support/createCameraRig.js';
import { createWebViewSource } from './createWebViewSource.js';

/** A page whose engine refuses every camera, so that it shows that it was asked. */
const withPageCamera = (rig: CameraRig): { asked: number } => {
  const engine = { asked: 0 };
  rig.page.devices = {
    async getUserMedia(): Promise<never> {
      engine.asked += 1;
      throw new DOMException('made for the test', 'NotAllowedError');
    },
    enumerateDevices: async () => [],
  };
  return engine;
};
const open = async (rig: CameraRig): Promise<string> => {
  const source = createWebViewSource({ link: rig.link, environment: rig.page.environment });
  try {
    await (await source.open()).close();
    return 'opened';
  } catch (error) {
    return isHuotiError(error) ? error.code : String(error);
  }
};

describe('createWebViewSource takes', () => {
  it("the page's camera where app and engine let it", async () => {
    const rig = await createCameraRig({ host: { pageCamera: true } });
    const engine = withPageCamera(rig);
    expect(await open(rig)).toBe('CAMERA_PERMISSION_DENIED');
    expect(engine.asked).toBeGreaterThan(0);
    expect(rig.camera.openCount).toBe(0);
  });

  it.each([
    ['the app does not let the page', { host: {} }, (rig: CameraRig): void => void withPageCamera(rig)],
    ['the engine has none', { host: { pageCamera: true } }, (): void => undefined],
    [
      'the page is not secure',
      { host: { pageCamera: true } },
      (rig: CameraRig) => {
        withPageCamera(rig);
        rig.page.secure = false;
      },
    ],
  ] as const)("the app's camera where %s", async (_when, options, prepare) => {
    const rig = await createCameraRig(options);
    prepare(rig);
    expect(await open(rig)).toBe('opened');
    expect(rig.camera.openCount).toBe(1);
  });

  it("the engine's refusal where the app offers neither", async () => {
    const rig = await createCameraRig({ host: { camera: undefined } as object });
    expect(await open(rig)).toBe('CAMERA_UNSUPPORTED');
    rig.page.secure = false;
    expect(await open(rig)).toBe('INSECURE_CONTEXT');
    const engine = withPageCamera(rig);
    rig.page.secure = true;
    expect(await open(rig)).toBe('CAMERA_PERMISSION_DENIED');
    expect(engine.asked).toBeGreaterThan(0);
  });

  it("the app's permission first", async () => {
    const asked: string[] = [];
    const rig = await createCameraRig({
      host: {
        device: {
          permission: {
            async query() {
              asked.push('query');
              return 'prompt';
            },
            async request() {
              asked.push('request');
              return 'denied';
            },
          },
        },
      },
    });
    expect(await open(rig)).toBe('CAMERA_PERMISSION_DENIED');
    expect(asked).toEqual(['query', 'request']);
    expect(rig.camera.openCount).toBe(0);
  });

  it('nothing while it is only made', async () => {
    const rig = await createCameraRig();
    createWebViewSource({ link: rig.link, environment: rig.page.environment });
    expect(rig.liveResourceCount()).toBe(0);
  });
});
