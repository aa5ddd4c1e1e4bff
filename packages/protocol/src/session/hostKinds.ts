/**
 * Where a session may run. `wechat`, `alipay`, `douyin`: in a mini-program. `wechat-web-view`: a page in the web-view of a WeChat
 * mini-program. `webview`: a page in an app of the integrator's own.
 */
export const HOST_KINDS = [
  'browser',
  'webview',
  'wechat',
  'wechat-web-view',
  'alipay',
  'douyin',
  'node',
] as const;
/** One of {@link HOST_KINDS}. */
export type HostKind = (typeof HOST_KINDS)[number];
