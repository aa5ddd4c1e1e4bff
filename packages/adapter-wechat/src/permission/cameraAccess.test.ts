import { describe, expect, it } from '@jest/globals';
import { createAbortSource } from '@huoti/core';
import { isHuotiError } from '@huoti/protocol';
import { cameraHarness } from '../../test/support/cameraHarness.js';
import { codeOf } from '../../test/support/codeOf.js';
import { settle } from '../../test/support/settle.js';
import { checkCameraAccess } from './checkCameraAccess.js';
import { openCameraSettings } from './openCameraSettings.js';

type Options = NonNullable<Parameters<typeof cameraHarness>[0]>;

const access = (options: Options = {}) => {
  const harness = cameraHarness(options);
  const { platform, clock } = harness;
  const pieces = { api: platform.api, profile: platform.profile, clock };
  return { ...harness, check: () => checkCameraAccess(pieces), settings: () => openCameraSettings(pieces) };
};

describe('asking for the camera', () => {
  it('goes by notice, permission, element, listener, in this order', async () => {
    const { platform, source } = access({ permission: 'not-asked' });
    platform.privacyNeeded = true;
    await (await source.open()).close();
    expect(platform.calls.filter((call) => !call.startsWith('get'))).toEqual([
      'requirePrivacyAuthorize',
      'authorize',
      'createCameraContext',
      'listener.start',
      'listener.stop',
    ]);
  });

  it('asks nobody who has agreed to both before', async () => {
    const { platform, source } = access();
    await (await source.open()).close();
    expect(platform.calls).not.toContain('authorize');
    expect(platform.calls).not.toContain('requirePrivacyAuthorize');
  });

  it('refused: CAMERA_PERMISSION_DENIED, and the camera was never in view', async () => {
    const { platform, page, source, leftovers } = access({ permission: 'not-asked' });
    platform.nextAnswer = 'refused';
    expect(await codeOf(source.open())).toBe('CAMERA_PERMISSION_DENIED');
    expect(page.cameraShown).toBe(false);
    expect(platform.calls).not.toContain('createCameraContext');
    expect(leftovers()).toBe(0);
  });

  it('refused earlier: not asked again, and the message names the way out', async () => {
    const { platform, source } = access({ permission: 'refused' });
    const error = await source.open().catch((thrown: unknown) => thrown);
    expect(isHuotiError(error, 'CAMERA_PERMISSION_DENIED') && error.message).toContain('openSetting');
    expect(platform.calls).not.toContain('authorize');
  });

  it('granted later in the settings: the next open succeeds', async () => {
    const { platform, source, settings, check, leftovers } = access({ permission: 'refused' });
    expect(await codeOf(source.open())).toBe('CAMERA_PERMISSION_DENIED');
    expect(await check()).toEqual({ permission: 'refused', privacy: 'agreed' });
    platform.settingsChange = 'granted';
    expect(await settings()).toEqual({ permission: 'granted', privacy: 'agreed' });
    await (await source.open()).close();
    expect(leftovers()).toBe(0);
  });

  it('the settings closed without a change: still refused', async () => {
    const { platform, settings } = access({ permission: 'refused' });
    expect(await settings()).toMatchObject({ permission: 'refused' });
    platform.behave('openSetting', { fails: { errMsg: 'openSetting:fail cancel' } });
    expect(await settings()).toMatchObject({ permission: 'refused' });
  });

  it('the settings without a tap before: what the platform says', async () => {
    const { platform, settings } = access({ permission: 'refused' });
    platform.behave('openSetting', {
      fails: { errMsg: 'openSetting:fail can only be invoked by user TAP gesture.' },
    });
    expect(await codeOf(settings())).toBe('HOST_ERROR');
    expect(await codeOf(access({ lacks: ['openSetting'] }).settings())).toBe('CAMERA_UNSUPPORTED');
  });

  it('the privacy notice refused: CAMERA_PERMISSION_DENIED, retryable, and the permission is not asked', async () => {
    const { platform, source, leftovers } = access({ permission: 'not-asked' });
    platform.privacyNeeded = true;
    platform.privacyAnswer = 'disagree';
    const error = await source.open().catch((thrown: unknown) => thrown);
    expect(isHuotiError(error, 'CAMERA_PERMISSION_DENIED') && error.retryable).toBe(true);
    expect(platform.calls).not.toContain('authorize');
    expect(leftovers()).toBe(0);
    // Agreed to the second time.
    platform.privacyAnswer = 'agree';
    await (await source.open()).close();
  });

  it.each(['requirePrivacyAuthorize', 'authorize'] as const)(
    'a prompt (%s) that is closed, or refused in unknown words, is a refusal',
    async (call) => {
      for (const errMsg of [`${call}:fail cancel`, `${call}:fail words of next year`]) {
        const { platform, source } = access({ permission: 'not-asked' });
        platform.privacyNeeded = true;
        platform.behave(call, { fails: { errMsg } });
        expect(await codeOf(source.open())).toBe('CAMERA_PERMISSION_DENIED');
      }
    },
  );

  it.each(['getSetting', 'getPrivacySetting'] as const)(
    'a platform whose %s fails, throws, answers twice or never answers is asked by its prompts',
    async (call) => {
      for (const behaviour of [{ fails: { errMsg: 'x:fail' } }, 'throws', 'twice', 'silent'] as const) {
        const { platform, source, pass, leftovers } = access({ permission: 'not-asked' });
        platform.behave(call, behaviour);
        const opening = source.open();
        await pass(5_100);
        await (await opening).close();
        expect(platform.permission).toBe('granted');
        expect(leftovers()).toBe(0);
      }
    },
  );

  it.each(['requirePrivacyAuthorize', 'authorize'] as const)(
    'a prompt (%s) that is never answered ends after 60 s',
    async (call) => {
      const { platform, source, pass, leftovers } = access({ permission: 'not-asked' });
      platform.privacyNeeded = true;
      platform.behave(call, 'silent');
      const opening = codeOf(source.open());
      await pass(60_100);
      expect(await opening).toBe('HOST_ERROR');
      expect(leftovers()).toBe(0);
    },
  );

  it('a prompt that the platform has taken back is left to its <camera>', async () => {
    const { platform, source, leftovers } = access({ kind: 'douyin', permission: 'not-asked' });
    platform.behave('authorize', { fails: { errMsg: 'authorize:fail function not exist' } });
    await (await source.open()).close();
    expect(leftovers()).toBe(0);
  });

  it('an answer to a prompt that comes after an abort opens nothing', async () => {
    const { platform, page, source, leftovers } = access({ permission: 'not-asked' });
    platform.behave('authorize', 'held');
    const abort = createAbortSource();
    const opening = codeOf(source.open({ signal: abort.signal }));
    await settle();
    abort.abort();
    expect(await opening).toBe('ABORTED');
    platform.answer('authorize');
    await settle();
    expect(page.cameraShown).toBe(false);
    expect(leftovers()).toBe(0);
  });
});

describe('looking at what is allowed', () => {
  it.each(['granted', 'refused', 'not-asked'] as const)(
    '%s is told, and nobody is asked',
    async (permission) => {
      const { platform, check } = access({ permission });
      expect(await check()).toEqual({ permission, privacy: 'agreed' });
      expect(platform.calls).toEqual(['getSetting', 'getPrivacySetting']);
    },
  );

  it('what a platform does not say is unknown', async () => {
    const { check } = access({ lacks: ['getSetting', 'getPrivacySetting'] });
    expect(await check()).toEqual({ permission: 'unknown', privacy: 'unknown' });
  });

  it("knows Alipay's scope by its own name", async () => {
    const { check } = access({ kind: 'alipay', permission: 'refused' });
    expect((await check()).permission).toBe('refused');
  });
});
