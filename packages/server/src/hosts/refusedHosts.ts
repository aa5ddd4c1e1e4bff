import { HOST_KINDS, type HostKind, type SessionPolicy } from '@huoti/protocol';
import type { ServerSettings } from '../context/ServerSettings.js';

/** Nothing but how a session ended leaves a mini-program: its platform keeps the collecting of faces to itself. */
const MINI_PROGRAMS: readonly HostKind[] = ['wechat', 'alipay', 'douyin'];

/**
 * Kinds of hosts on which a session can't run: by what it sends, and by what the operator is cleared for. A session that a
 * platform decides runs in that platform alone.
 *
 * @example refusedHosts(policy, settings).includes('wechat-web-view')
 */
export function refusedHosts(
  { evidenceLevel, platform }: Pick<SessionPolicy, 'evidenceLevel' | 'platform'>,
  { wechatFaceClearance }: Pick<ServerSettings, 'wechatFaceClearance'>,
): readonly HostKind[] {
  if (platform !== undefined) return HOST_KINDS.filter((kind) => kind !== platform);
  if (evidenceLevel === 'none') return [];
  return evidenceLevel === 'frames' && wechatFaceClearance === null
    ? [...MINI_PROGRAMS, 'wechat-web-view']
    : MINI_PROGRAMS;
}
