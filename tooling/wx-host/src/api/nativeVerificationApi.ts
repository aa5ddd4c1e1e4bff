import type { ApiMembers, HostCore } from '../HostCore.js';
import { CallFailure } from './CallFailure.js';

type Given = Readonly<Record<string, unknown>>;

/** The platform's own verification of a face, where the test scripts one. */
export function nativeVerificationApi({ options, answering }: HostCore): ApiMembers {
  const script = options.nativeVerification;
  if (!script) return {};
  return {
    checkIsSupportFacialRecognition: (given: Given) =>
      answering.answer('checkIsSupportFacialRecognition', given, () =>
        script.supported === false ? new CallFailure('not support', { errCode: 10001 }) : { errCode: 0 },
      ),
    requestFacialVerify: (given: Given) =>
      answering.answer('requestFacialVerify', given, async () => {
        const { verifyResult, errCode = 0 } = await script.verify(String(given['verifyId']));
        return errCode === 0 ? { errCode, verifyResult } : new CallFailure('verify fail', { errCode });
      }),
  };
}
