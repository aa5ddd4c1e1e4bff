import type { HostKind, SessionPolicy } from '@huoti/protocol';
import type { Refused } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import type { ServerSettings } from '../context/ServerSettings.js';
import { refusedHosts } from './refusedHosts.js';

/** HOST_FORBIDS, with what to do instead, for a host that a session can't run on; `null` for any other. */
export function refuseHost(
  policy: SessionPolicy,
  kind: HostKind,
  settings: Pick<ServerSettings, 'wechatFaceClearance'>,
): Refused | null {
  if (!refusedHosts(policy, settings).includes(kind)) return null;
  const { evidenceLevel, platform } = policy;
  if (platform !== undefined) {
    return refused(
      'HOST_FORBIDS',
      `this session is verified by ${platform}: run it in a ${platform} mini-program`,
    );
  }
  if (kind === 'wechat-web-view') {
    return refused(
      'HOST_FORBIDS',
      'no picture of a face may leave a page inside a WeChat mini-program: use a policy of a lower level, or have the operator set wechatFaceClearance',
    );
  }
  return refused(
    'HOST_FORBIDS',
    `nothing but an outcome may leave a mini-program, and this session sends ${evidenceLevel}: use a policy of level none, or the platform's own verification`,
  );
}
