import type { RefusalReason } from '@huoti/protocol';

/** Each refusal in Chinese words for an operator. */
export const zhCNReasons: Readonly<Record<`reason.${RefusalReason}`, string>> = {
  'reason.DECLINED': '用户选择不继续',
  'reason.NO_FACE': '没有检测到人脸',
  'reason.SEVERAL_FACES': '检测到多张人脸',
  'reason.FACE_CHANGED': '过程中人脸更换或丢失',
  'reason.CHALLENGE_TIMEOUT': '动作未在限时内完成',
  'reason.WRONG_ACTION': '做了与要求不同的动作',
  'reason.QUALITY_TOO_LOW': '画面质量过低，无法判断',
  'reason.SPOOF_SUSPECTED': '疑似呈现攻击',
  'reason.SIGNALS_INSUFFICIENT': '策略要求的信号未能测得',
  'reason.SESSION_UNKNOWN': '会话不存在',
  'reason.SESSION_USED': '会话此前已使用',
  'reason.SESSION_EXPIRED': '会话已过期',
  'reason.NONCE_MISMATCH': '证据属于另一个计划',
  'reason.EVIDENCE_INCONSISTENT': '证据前后不一致',
  'reason.FACE_MISMATCH': '人脸与参考照不一致',
  'reason.TOO_MANY_ATTEMPTS': '尝试次数过多',
};
