import { describe, expect, it } from '@jest/globals';
import type { LivenessHost } from '@huoti/client';
import { createPlan, createSession, DEVICE_ONLY_POLICIES } from '@huoti/core';
import { createFakeLandmarker, createManualClock } from '@huoti/core/testing';
import { greyFrame } from '../test/support/cameraHarness.js';
import { codeOf } from '../test/support/codeOf.js';
import { settle } from '../test/support/settle.js';
import { createCameraElement } from './camera/createCameraElement.js';
import { createMiniProgramHost, type MiniProgramHostOptions } from './createMiniProgramHost.js';
import { createFakeMiniProgram } from './testing/createFakeMiniProgram.js';

const bench = async (options: Partial<MiniProgramHostOptions> = {}) => {
  const platform = createFakeMiniProgram();
  const clock = createManualClock();
  const element = createCameraElement();
  const page = platform.showPage(element);
  const host = await createMiniProgramHost({
    api: platform.api,
    profile: platform.profile,
    element,
    landmarker: createFakeLandmarker({ detect: () => [] }),
    clock,
    ...options,
  });
  const leftovers = (): number =>
    platform.runningListenerCount +
    platform.platformListenerCount +
    clock.sleeperCount +
    (page.cameraShown ? 1 : 0);
  return { platform, clock, element, page, host, leftovers };
};

describe('the pieces of a mini-program', () => {
  it('fit the client as they are', async () => {
    const { host } = await bench();
    const pieces: LivenessHost = host;
    expect(pieces.facts.kind).toBe('wechat');
    expect(pieces.subtle).toBeNull();
    expect(host.evidenceLevels).toEqual(['none']);
  });

  it('take nothing and ask nobody: only randomness and the kind of network are asked of the platform', async () => {
    const { platform, page, leftovers } = await bench();
    expect([...platform.calls].sort()).toEqual(['getNetworkType', 'getRandomValues']);
    expect(page.cameraShown).toBe(false);
    expect(leftovers()).toBe(0);
  });

  it('refuse every picture with HOST_FORBIDS', async () => {
    const { host } = await bench();
    const picture = { data: new Uint8ClampedArray(4), widthPx: 1, heightPx: 1 };
    expect(await codeOf(host.pictures.encode(picture, { maxBytes: 40_000 }))).toBe('HOST_FORBIDS');
  });

  it('have a light only where the page gave a surface', async () => {
    const without = await bench();
    expect(without.host.light).toBeUndefined();
    expect(without.host.lightSupport?.()).toEqual({ unavailable: 'no-screen' });
    const surface = { isVisible: () => true, paint: () => Promise.resolve() };
    const lit = await bench({ light: { surface } });
    expect(lit.host.light?.specificationVersion).toBe('v1');
    expect(lit.host.lightSupport?.()).toBe('available');
    const declined = await bench({ light: { surface, declined: true } });
    expect(declined.host.lightSupport?.()).toEqual({ unavailable: 'declined' });
  });

  it('can not be made without randomness, unless some is handed in', async () => {
    const platform = createFakeMiniProgram({ lacks: ['getRandomValues'] });
    const options = {
      api: platform.api,
      profile: platform.profile,
      element: createCameraElement(),
      landmarker: createFakeLandmarker(),
    };
    expect(await codeOf(createMiniProgramHost(options))).toBe('HOST_ERROR');
    const random = { fill: (target: Uint8Array) => target };
    expect((await createMiniProgramHost({ ...options, random })).random).toBe(random);
  });
});

describe("core's session on a mini-program", () => {
  const session = async () => {
    const made = await bench();
    const { host } = made;
    const plan = createPlan({
      random: host.random,
      policy: DEVICE_ONLY_POLICIES.default,
      light: { unavailable: 'no-screen' },
    });
    const { source, landmarker, clock, random } = host;
    return { ...made, running: createSession({ source, landmarker, plan, clock, random }) };
  };
  const frames = async (
    { platform, clock }: Awaited<ReturnType<typeof session>>,
    count: number,
  ): Promise<void> => {
    for (let at = 0; at < count; at += 1) {
      clock.advanceBy(100);
      platform.deliver(greyFrame(64, 48));
      await settle();
    }
  };

  it('before an empty room ends with NO_FACE, with nothing left', async () => {
    const made = await session();
    const result = made.running.run();
    await settle();
    await frames(made, 170);
    expect(await result).toMatchObject({
      status: 'failed',
      reason: 'NO_FACE',
      assurance: 'device-only',
      verified: false,
    });
    expect(made.leftovers()).toBe(0);
  });

  it('that is left in the middle ends with CAMERA_INTERRUPTED, with nothing left', async () => {
    const made = await session();
    const result = codeOf(made.running.run());
    await settle();
    await frames(made, 10);
    made.element.left('hidden');
    await settle();
    expect(await result).toBe('CAMERA_INTERRUPTED');
    expect(made.leftovers()).toBe(0);
  });
});
