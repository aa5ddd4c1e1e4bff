import { performance } from 'node:perf_hooks';
import type { ApiMembers, HostCore } from '../HostCore.js';

/** Events of the whole app. */
const EVENTS = [
  ...['AppShow', 'AppHide', 'Error', 'UnhandledRejection', 'PageNotFound', 'ThemeChange', 'WindowResize'],
  ...['MemoryWarning', 'AudioInterruptionBegin', 'AudioInterruptionEnd', 'NetworkStatusChange'],
  ...['KeyboardHeightChange', 'LazyLoadError'],
];

/** What the frameworks read when they start, and the events of the app. */
export function startApi(
  { answering, listeners, kind }: HostCore,
  has: (path: string) => boolean,
): ApiMembers {
  return {
    ...Object.assign({}, ...EVENTS.map((event) => listeners.members(event))),
    canIUse: (path: unknown) => has(String(path)),
    nextTick: (work: unknown) => answering.later(() => listeners.run(work)),
    getUpdateManager: () => ({
      applyUpdate: () => undefined,
      onCheckForUpdate: () => undefined,
      onUpdateReady: () => undefined,
      onUpdateFailed: () => undefined,
    }),
    getPerformance: () => ({ now: () => performance.now() * 1000, getEntries: () => [] }),
    getLogManager: () => ({
      log: () => undefined,
      info: () => undefined,
      warn: () => undefined,
      debug: () => undefined,
    }),
    getExtConfigSync: () => ({}),
    // Taro reads it at the start; nothing of it is emulated, so that using it fails.
    cloud: {},
    // Douyin's way of drawing: 1 is the one with templates.
    ...(kind === 'douyin' ? { getRenderMode: () => 1 } : {}),
    reportEvent: () => undefined,
  };
}
