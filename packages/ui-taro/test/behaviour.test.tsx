import { afterEach, describe, expect, it } from '@jest/globals';
import type { SessionRequest, TrySession } from '../src/index.js';
import { fakeCamera } from './harness/fakeCamera.js';
import { mount, type Mounted } from './harness/mount.js';
import { completed } from './harness/results.js';
import { ScriptedSession } from './harness/ScriptedSession.js';
import { platform } from './harness/taro.js';

const open: Mounted[] = [];
const show = async (...given: Parameters<typeof mount>): Promise<Mounted> => {
  const mounted = await mount(...given);
  open.push(mounted);
  return mounted;
};

afterEach(async () => {
  for (const mounted of open.splice(0)) await mounted.unmount();
  platform.holdsTicks = false;
  platform.vibrations.length = 0;
});

describe('a try', () => {
  it('cancelled gives back what it has and says so', async () => {
    const { tap, session, told, words } = await show();
    await tap('huoti-start');
    expect([session.running, session.listenerCount]).toEqual([1, 1]);
    await tap('huoti-cancel');
    expect([session.running, session.listenerCount]).toEqual([0, 0]);
    expect(told).toEqual(['start 1', 'cancel']);
    expect(words()).toContain('已停止，摄像头已关闭。');
  });

  it('ends when the page is gone, and tells the camera’s element', async () => {
    const camera = fakeCamera();
    const { tap, session, told, unmount, requests } = await show({ cameraElement: camera });
    await tap('huoti-start');
    await unmount();
    expect(requests[0]?.signal.aborted).toBe(true);
    expect([session.running, session.listenerCount]).toEqual([0, 0]);
    expect(camera.said).toEqual(['left unloaded']);
    expect(told).toEqual(['start 1', 'cancel']);
  });

  it('cancelled while its session is made: the session is closed without having started', async () => {
    const late = new ScriptedSession();
    let make: (session: TrySession) => void = () => undefined;
    const { tap, does, told } = await show({
      createSession: () => new Promise((resolve) => (make = resolve)),
    });
    await tap('huoti-start');
    await tap('huoti-cancel');
    expect(told).toEqual(['start 1', 'cancel']);
    await does(() => make(late));
    expect([late.running, late.listenerCount]).toEqual([0, 0]);
  });

  it('is one at a time, however often start is pressed', async () => {
    const { find, does, requests } = await show();
    const { onClick } = find('huoti-start').props as { onClick(): void };
    await does(() => {
      onClick();
      onClick();
    });
    expect(requests).toHaveLength(1);
  });

  it('a retry is a new session with a new number', async () => {
    const { tap, does, session, requests } = await show();
    await tap('huoti-start');
    await does(() => session.fail('CAMERA_IN_USE', true));
    await tap('huoti-retry');
    expect(requests.map(({ attempt }) => attempt)).toEqual([1, 2]);
  });

  it('the other way is told once the camera is off, and from where', async () => {
    const { tap, does, session, told } = await show();
    await tap('huoti-alternative');
    await tap('huoti-start');
    await does(() => session.fail('NETWORK_FAILED', true));
    await tap('huoti-alternative');
    expect(told).toEqual([
      'alternative from intro',
      'start 1',
      'error NETWORK_FAILED',
      'alternative from error',
    ]);
  });

  it('without another way it does not start', async () => {
    const { tap, told, requests } = await show({ onAlternative: undefined as never });
    await tap('huoti-start');
    expect(requests).toEqual([]);
    expect(told).toEqual(['start 1', 'error INVALID_ARGUMENT']);
  });

  it('a builder that throws what it should not is HOST_ERROR', async () => {
    const { tap, told, words } = await show({
      createSession: () => {
        throw new TypeError('broken');
      },
    });
    await tap('huoti-start');
    expect(told).toEqual(['start 1', 'error HOST_ERROR']);
    expect(words()).toContain('出了点问题');
  });

  it('a session without events runs to its end', async () => {
    const { tap, told } = await show({
      createSession: () => ({ run: () => Promise.resolve(completed) }),
    });
    await tap('huoti-start');
    expect(told).toEqual(['start 1', 'result completed']);
  });

  it('ends are felt where that is wished, and not where it is not', async () => {
    const quiet = await show();
    await quiet.tap('huoti-start');
    await quiet.does(() => quiet.session.end(completed));
    expect(platform.vibrations).toEqual([]);
    const felt = await show({ haptics: true });
    await felt.tap('huoti-start');
    await felt.does(() => felt.session.end(completed));
    expect(platform.vibrations).toEqual(['medium']);
  });
});

describe('the camera', () => {
  const camera = fakeCamera();
  const running = async (): Promise<Mounted> => {
    camera.said.length = 0;
    const mounted = await show({ cameraElement: camera, frameSize: 'small' });
    await mounted.tap('huoti-start');
    return mounted;
  };

  it('is in the view while a session wants it, and no longer', async () => {
    const { has, does, find } = await running();
    expect(has('the-camera')).toBe(false);
    await does(() => camera.want(true));
    expect(find('the-camera').props).toMatchObject({ devicePosition: 'front', frameSize: 'small' });
    await does(() => camera.want(false));
    expect(has('the-camera')).toBe(false);
  });

  it('stays the same element from one screen to the next', async () => {
    const { find, does, session } = await running();
    await does(() => camera.want(true));
    const before = find('the-camera');
    for (const name of ['opening', 'finding', 'light', 'neutral', 'closing'] as const) {
      await does(() => session.emit({ type: 'phase-change', phase: name, atMs: 0 }));
      expect(find('the-camera')).toBe(before);
    }
  });

  it('what its events say reaches the source: ready, stopped, refused, broken', async () => {
    const { find, does } = await running();
    await does(() => camera.want(true));
    const { onInitDone, onReady, onStop, onError } = find('the-camera').props as Record<
      'onInitDone' | 'onReady' | 'onStop' | 'onError',
      (event: object) => void
    >;
    onInitDone({});
    onReady({});
    onStop({ detail: {} });
    onError({ detail: { errMsg: 'insertCamera:fail auth deny' } });
    onError({ detail: { errMsg: 'insertCamera:fail device busy' } });
    expect(camera.said).toEqual([
      'ready',
      'ready',
      'stopped: stop',
      'denied: insertCamera:fail auth deny',
      'broken: insertCamera:fail device busy',
    ]);
  });

  it('a hidden page is told', async () => {
    const { does } = await running();
    await does(() => platform.hide());
    expect(camera.said).toEqual(['left hidden']);
  });
});

describe('the screen light', () => {
  const lit = async (): Promise<Mounted & { surface: SessionRequest['light']['surface'] }> => {
    const mounted = await show();
    await mounted.tap('huoti-start');
    await mounted.does(() => mounted.session.emit({ type: 'phase-change', phase: 'light', atMs: 0 }));
    const [request] = mounted.requests;
    if (request === undefined) throw new Error('no session was asked for');
    return { ...mounted, surface: request.light.surface };
  };

  it('is painted when the view layer has taken it, and not before', async () => {
    const { surface, does, byClass } = await lit();
    platform.holdsTicks = true;
    let painted = false;
    await does(() => void surface.paint([0, 0, 1]).then(() => (painted = true)));
    expect(byClass('huoti-lit')[0]?.props.style).toContain('--_lit: rgb(0.00%, 0.00%, 100.00%)');
    expect(painted).toBe(false);
    await does(() => platform.tick());
    expect(painted).toBe(true);
  });

  it('is taken away by null, and by the end of the try', async () => {
    const { surface, does, byClass, session } = await lit();
    await does(() => surface.paint([1, 1, 1]));
    await does(() => surface.paint(null));
    expect(byClass('huoti-lit')).toEqual([]);
    await does(() => surface.paint([1, 0, 0]));
    await does(() => session.end(completed));
    expect(byClass('huoti-lit')).toEqual([]);
  });

  it('is visible while the page is', async () => {
    const { surface, does, unmount } = await lit();
    expect(surface.isVisible()).toBe(true);
    await does(() => platform.hide());
    expect(surface.isVisible()).toBe(false);
    await does(() => platform.show());
    expect(surface.isVisible()).toBe(true);
    await unmount();
    expect(surface.isVisible()).toBe(false);
  });

  it('lets go of whoever waits for a page that is gone', async () => {
    const { surface, does, unmount } = await lit();
    platform.holdsTicks = true;
    let told = false;
    await does(() => void surface.paint([0, 1, 0]).then(() => (told = true)));
    await unmount();
    await does(() => void surface.paint([0, 1, 1]).then(() => (told = true)));
    await does(() => platform.tick());
    expect(told).toBe(true);
  });
});

describe('the platform’s privacy question', () => {
  const asked = async (): Promise<Mounted & { answers: object[] }> => {
    const mounted = await show();
    await mounted.tap('huoti-start');
    const answers: object[] = [];
    await mounted.does(() => platform.privacy?.((answer) => answers.push(answer)));
    return { ...mounted, answers };
  };

  it('is answered by a tap on the platform’s own kind of button', async () => {
    const { find, does, answers, has } = await asked();
    const { openType, onAgreePrivacyAuthorization } = find('huoti-agree').props as {
      openType: string;
      onAgreePrivacyAuthorization(): void;
    };
    expect(openType).toBe('agreePrivacyAuthorization');
    await does(() => onAgreePrivacyAuthorization());
    expect(answers).toEqual([{ event: 'agree', buttonId: 'huoti-agree' }]);
    expect(has('huoti-agree')).toBe(false);
  });

  it('can be declined as easily', async () => {
    const { tap, answers } = await asked();
    await tap('huoti-disagree');
    expect(answers).toEqual([{ event: 'disagree' }]);
  });

  it('is declined for whoever leaves without an answer, and where no check is shown', async () => {
    const { unmount, answers, does } = await asked();
    await unmount();
    await does(() => platform.privacy?.((answer) => answers.push(answer)));
    expect(answers).toEqual([{ event: 'disagree' }, { event: 'disagree' }]);
  });
});
