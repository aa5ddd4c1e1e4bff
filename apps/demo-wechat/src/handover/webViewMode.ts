import { HuotiError, type WebViewMode } from '@huoti/adapter-wechat/miniprogram/hand-over';
import type { Backend } from '../backend/Backend.js';
import type { HandoverOptions } from './HandoverOptions.js';

/** The operator's H5 page in a web-view. Nothing is believed of it: the backend says how it ended. */
export function webViewMode(
  { session, request: { signal }, showPage }: HandoverOptions,
  backend: Backend,
): WebViewMode {
  const { sessionId, pageUrl, policy, refusedHosts } = session;
  return {
    mode: 'web-view',
    evidenceLevel: policy.evidenceLevel,
    cleared: !refusedHosts.includes('wechat-web-view'),
    open: () => {
      if (pageUrl === undefined || !/^https:\/\/[^/?#\s@]+([/?#]\S*)?$/i.test(pageUrl)) {
        throw new HuotiError(
          'PROTOCOL_MALFORMED',
          'the backend gave no pageUrl: answer the https address of your H5 page for this session',
        );
      }
      return showPage(pageUrl);
    },
    outcome: () => backend.outcomeOf(sessionId, signal),
  };
}
