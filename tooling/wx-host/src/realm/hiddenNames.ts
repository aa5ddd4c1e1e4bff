/**
 * Names that a file of a mini-program sees as `undefined`: its module function has them as parameters that nobody fills. The list
 * is WeChat's own wrapper's, with what newer engines have.
 */
export const hiddenNames: readonly string[] = [
  ...['window', 'document', 'frames', 'self', 'location', 'navigator', 'localStorage', 'sessionStorage'],
  ...['history', 'Caches', 'screen', 'alert', 'confirm', 'prompt', 'XMLHttpRequest', 'WebSocket', 'fetch'],
  ...['Reporter', 'webkit', 'WeixinJSCore', 'indexedDB', 'crypto', 'performance', 'process', 'Buffer'],
];
