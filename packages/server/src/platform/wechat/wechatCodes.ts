import type { RefusalReason } from '@huoti/protocol';

/*
 * Numbers of WeChat's answers. `errcode`: developers.weixin.qq.com/doc/oplatform/developers/errCode. `verify_ret`: server/API/face/
 * api_queryverifyinfo, "Res.verify_ret Enum"; the pages were read in stored copies, so what stands here was never seen
 * on the service itself.
 */

/** The call was taken. */
export const ERRCODE_OK = 0;

/** The access token is none (40001, 40014) or no longer one (42001): it is fetched once more. */
export const STALE_TOKEN_ERRCODES: readonly number[] = [40001, 40014, 42001];

/**
 * Known from reports, not found on a page that was read: quota of a minute, an address that is not on the list, an interface that is
 * not opened for this mini-program.
 */
const UNDOCUMENTED_LATER_ERRCODES: readonly number[] = [45011, 40164, 48001];

/** Not now, or not until the operator has mended something: busy (-1), quota of a day (45009). The same question may be answered later. */
export const LATER_ERRCODES: readonly number[] = [-1, 45009, ...UNDOCUMENTED_LATER_ERRCODES];

/** "A person passed if errcode = 0 and verify_ret = 10000." */
export const VERIFY_RET_PASSED = 10000;

/**
 * The person has not finished: "being detected" (10005), "verification not finished" (10300), and "too many requests" (10042), which says
 * nothing of a person. Whether the service gives these before the person is through, or an `errcode`, no page says: an `errcode`
 * that is not known is asked again as well, until the deadline.
 */
export const VERIFY_RETS_PENDING: readonly number[] = [10005, 10300, 10042];

/** Where the service says why a person did not pass, in our words. Every other number is FACE_MISMATCH: not that person. */
const REASONS: readonly (readonly [RefusalReason, readonly number[]])[] = [
  // Left the screen.
  ['DECLINED', [90002, 90003, 90004, 90005, 90006]],
  ['CHALLENGE_TIMEOUT', [10020, 90017, 90107]],
  // The picture or the face data was not good enough.
  ['QUALITY_TOO_LOW', [10002, 10010, 90011, 90013, 90014]],
  // No face was judged: no camera, no permission, no network, a device or a service at fault.
  [
    'SIGNALS_INSUFFICIENT',
    [
      10006, 10007, 10008, 10013, 10014, 10015, 10016, 10029, 10045, 10052, 90001, 90007, 90008, 90009, 90010,
      90012, 90018, 90104, 90105, 90106, 90109, 90110, 90199,
    ],
  ],
];

/** The refusal reason for a `verify_ret` that is neither a pass nor pending. */
export function reasonOfVerifyRet(verifyRet: number): RefusalReason {
  return REASONS.find(([, numbers]) => numbers.includes(verifyRet))?.[0] ?? 'FACE_MISMATCH';
}
