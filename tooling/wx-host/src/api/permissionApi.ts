import type { ApiMembers, HostCore } from '../HostCore.js';
import { CallFailure } from './CallFailure.js';

/** Settings, permission and privacy. */
export function permissionApi(core: HostCore): ApiMembers {
  const { answering, permission, privacy, gesture } = core;
  return {
    getSetting: (options: unknown) =>
      answering.answer('getSetting', options, () => ({ authSetting: permission.setting() })),

    authorize: (options: unknown) =>
      answering.answer('authorize', options, async () => {
        const { scope } = (options ?? {}) as { scope?: string };
        if (scope !== permission.scopeName) return new CallFailure(`invalid scope ${String(scope)}`);
        const refused = await privacy.ask('authorize');
        if (refused) return refused;
        return (await permission.ask()) ? {} : new CallFailure('auth deny', { errno: 103 });
      }),

    openSetting: (options: unknown) =>
      answering.answer('openSetting', options, () => {
        if (!gesture.take()) return new CallFailure('can only be invoked by user TAP gesture.');
        permission.openSettings();
        return { authSetting: permission.setting() };
      }),

    getPrivacySetting: (options: unknown) =>
      answering.answer('getPrivacySetting', options, () => ({
        needAuthorization: privacy.script.needed,
        privacyContractName: 'Privacy guide',
      })),

    requirePrivacyAuthorize: (options: unknown) =>
      answering.answer(
        'requirePrivacyAuthorize',
        options,
        async () => (await privacy.ask('requirePrivacyAuthorize')) ?? {},
      ),

    openPrivacyContract: (options: unknown) => answering.answer('openPrivacyContract', options, () => ({})),

    onNeedPrivacyAuthorization: (listener: unknown) => {
      privacy.listener = listener;
    },
    offNeedPrivacyAuthorization: () => {
      privacy.listener = null;
    },
  };
}
