import { describe, expect, it } from '@jest/globals';
import { HuotiError } from '@huoti/protocol';
import { foldMiniProgramFailure } from './foldMiniProgramFailure.js';

describe('folding what a platform fails with', () => {
  it.each([
    [{ errMsg: 'authorize:fail auth deny' }, 'CAMERA_PERMISSION_DENIED'],
    [{ errMsg: 'authorize:fail:auth denied', errno: 103 }, 'CAMERA_PERMISSION_DENIED'],
    [{ errMsg: 'authorize:fail authorize no response', errno: 103 }, 'CAMERA_PERMISSION_DENIED'],
    [
      { errMsg: 'startCamera:fail privacy permission is not authorized', errno: 104 },
      'CAMERA_PERMISSION_DENIED',
    ],
    [{ errMsg: 'x:fail api scope is not declared in the privacy agreement', errno: 112 }, 'HOST_FORBIDS'],
    [{ errMsg: 'authorize:fail system permission denied', errno: 3 }, 'CAMERA_PERMISSION_DENIED'],
    [{ errCode: 2003001 }, 'CAMERA_PERMISSION_DENIED'],
    [{ errCode: 2003002 }, 'CAMERA_PERMISSION_DENIED'],
    [{ errMsg: 'checkIsSupportFacialRecognition:fail:access denied', errno: 102 }, 'HOST_FORBIDS'],
    [{ errno: 1025 }, 'HOST_FORBIDS'],
    [{ errMsg: 'start:fail camera is being used, occupied' }, 'CAMERA_IN_USE'],
    [{ errMsg: 'requestFacialVerify:fail user cancel', errCode: 90100 }, 'ABORTED'],
    [{ errMsg: 'request:fail abort' }, 'ABORTED'],
    [{ errMsg: 'x:fail interrupted' }, 'CAMERA_INTERRUPTED'],
    [{ errMsg: 'x:fail function not exist' }, 'CAMERA_UNSUPPORTED'],
    [new TypeError('api.authorize is not a function'), 'CAMERA_UNSUPPORTED'],
    // Douyin's and Alipay's own fields.
    [{ errMsg: 'authorize:fail', errNo: 103 }, 'CAMERA_PERMISSION_DENIED'],
    [{ error: 2003002, errorMessage: '' }, 'CAMERA_PERMISSION_DENIED'],
    [{ error: 11, errorMessage: '用户拒绝授权' }, 'CAMERA_PERMISSION_DENIED'],
    [{ errMsg: 'x:fail something of next year' }, 'HOST_ERROR'],
    [{ errMsg: 42, errno: 'many' }, 'HOST_ERROR'],
    [null, 'HOST_ERROR'],
    [undefined, 'HOST_ERROR'],
    ['fail', 'HOST_ERROR'],
  ])('%j is %s, with the failure as its cause', (failure, code) => {
    expect(foldMiniProgramFailure(failure)).toMatchObject({ code, cause: failure });
  });

  it('says what to do about the privacy notice, the system switch and an earlier refusal', () => {
    const message = (failure: object): string => foldMiniProgramFailure(failure).message;
    expect(message({ errno: 104 })).toContain('agreePrivacyAuthorization');
    expect(message({ errno: 112 })).toContain('admin console');
    expect(message({ errno: 3 })).toContain("phone's settings");
    expect(message({ errno: 103 })).toContain('openCameraSettings');
  });

  it("keeps the platform's words out of the message", () => {
    const failure = { errMsg: 'x:fail device label of Zhang San' };
    expect(foldMiniProgramFailure(failure, 'x').message).not.toContain('Zhang');
  });

  it('leaves an error of ours as it is, and survives one that throws when it is read', () => {
    const ours = new HuotiError('BUSY', 'wait');
    expect(foldMiniProgramFailure(ours)).toBe(ours);
    const hostile = Object.defineProperty({}, 'errMsg', {
      get() {
        throw new RangeError('a trap');
      },
    });
    expect(foldMiniProgramFailure(hostile).code).toBe('HOST_ERROR');
  });
});
