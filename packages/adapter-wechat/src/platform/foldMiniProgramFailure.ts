import { HuotiError, isHuotiError, type ErrorCode } from '@huoti/protocol';

interface Row {
  /** What the platform's own words hold, in lower case. */
  readonly words: RegExp;
  /** Its numbers, whichever field they stand in. */
  readonly numbers?: readonly number[];
  readonly code: ErrorCode;
  readonly message: string;
  readonly retryable?: true;
}

/**
 * The first row that fits wins: a refused privacy notice also reads like a refused permission. Numbers: WeChat's general errno
 * (3, 102, 103, 104, 112, 1025), those of VKSession.start (2003001, 2003002), 90100 for a verification that was closed (community).
 */
const ROWS: readonly Row[] = [
  {
    words: /not declared|privacy agreement|未声明/,
    numbers: [112],
    code: 'HOST_FORBIDS',
    message:
      'the camera is not declared in the privacy guide of the admin console: declare it there, or no call may use it',
  },
  {
    words: /privacy|隐私/,
    numbers: [104],
    code: 'CAMERA_PERMISSION_DENIED',
    message:
      'the privacy notice was not agreed to: show it again, with a button whose open-type is agreePrivacyAuthorization',
    retryable: true,
  },
  {
    words: /system (permission|authorize|auth)|system deny|系统权限/,
    numbers: [3, 2003001],
    code: 'CAMERA_PERMISSION_DENIED',
    message:
      "the camera is switched off for the app itself: allow it in the phone's settings, then try again",
  },
  {
    words: /access denied|banned|封禁|no permission to call|jsapi has no permission/,
    numbers: [102, 1025],
    code: 'HOST_FORBIDS',
    message: 'the platform does not let this mini-program make the call: apply for it in the admin console',
  },
  {
    words: /cancel|取消|\babort/,
    numbers: [90100],
    code: 'ABORTED',
    message: 'the person closed it, or the call was given up',
    retryable: true,
  },
  {
    words: /auth(orize)? ?den|user den|den(y|ied)|not authori[sz]ed|no auth|unauthori[sz]ed|拒绝|未授权/,
    numbers: [103, 2003002],
    code: 'CAMERA_PERMISSION_DENIED',
    message:
      'the camera was not allowed: it is not asked again, so offer a button that calls openCameraSettings after a tap',
  },
  {
    words: /occupied|in use|is used|already (used|open)|占用/,
    code: 'CAMERA_IN_USE',
    message: 'the camera is in use: close what else uses it, then try again',
    retryable: true,
  },
  {
    words: /no camera (device|found|available)|camera not found|没有摄像头/,
    code: 'CAMERA_NOT_FOUND',
    message: 'this device has no camera: use one that has',
  },
  {
    words: /interrupt|background|中断|后台/,
    code: 'CAMERA_INTERRUPTED',
    message: 'the mini-program was left or interrupted: start again',
    retryable: true,
  },
  {
    words: /not support|unsupported|function not exist|is not a function|no such api|不支持/,
    code: 'CAMERA_UNSUPPORTED',
    message: 'this version of the platform lacks the call: update the app and its base library',
  },
];

interface Said {
  readonly text: string;
  readonly numbers: readonly number[];
}

/** Reads a failure of any platform; what can't be read says nothing. */
function readFailure(failure: unknown): Said {
  if (typeof failure === 'string') return { text: failure.toLowerCase(), numbers: [] };
  if (typeof failure !== 'object' || failure === null) return { text: '', numbers: [] };
  // errNo is Douyin's, error and errorMessage are Alipay's.
  const read = (name: string): unknown => (failure as Readonly<Record<string, unknown>>)[name];
  try {
    const texts = ['errMsg', 'errorMessage', 'message'].map(read).filter((one) => typeof one === 'string');
    const numbers = ['errno', 'errNo', 'errCode', 'error'].map((name) => Number(read(name)));
    return { text: texts.join(' ').toLowerCase(), numbers };
  } catch {
    return { text: '', numbers: [] };
  }
}

/**
 * Folds what a mini-program's call failed with, or threw, into one of our codes; what is not recognised becomes HOST_ERROR. The
 * failure is kept as the cause, and its text goes nowhere else.
 *
 * @param call named in the message of an unknown failure
 * @example api.authorize({ scope, fail: (failure) => reject(foldMiniProgramFailure(failure, 'authorize')) });
 */
export function foldMiniProgramFailure(failure: unknown, call = 'the call'): HuotiError {
  if (isHuotiError(failure)) return failure;
  const { text, numbers } = readFailure(failure);
  // The words come first: one number means different things in different calls.
  const row =
    ROWS.find(({ words }) => words.test(text)) ??
    ROWS.find((one) => one.numbers?.some((number) => numbers.indexOf(number) >= 0));
  if (row)
    return new HuotiError(row.code, row.message, { cause: failure, retryable: row.retryable ?? false });
  return new HuotiError('HOST_ERROR', `${call} failed in a way that is not known: see the cause`, {
    cause: failure,
  });
}
