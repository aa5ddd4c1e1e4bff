import { HuotiError } from '@huoti/protocol';

/** One line: what, where, how to mend it. */
export const unreadable = (path: string, why: string, mend: string, cause?: unknown): HuotiError =>
  new HuotiError('MEDIA_UNREADABLE', `${path}: ${why}; ${mend}`, { cause });
