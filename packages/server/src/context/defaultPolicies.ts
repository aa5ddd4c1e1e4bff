import type { PolicySettings } from './ServerSettings.js';

/**
 * The policies that every service knows. Only `default` is allowed unless the configuration names others.
 */
export const DEFAULT_POLICIES = {
  /** Pictures leave the device and everything is recomputed; the screen lights the face where it can. */
  default: { policy: { name: 'default', light: 'preferred', tripwires: 'report', evidenceLevel: 'frames' } },
  /** What a session runs under that plays a recording: the camera may look injected, and the result says so. */
  'no-light': { policy: { name: 'no-light', light: 'off', tripwires: 'report', evidenceLevel: 'frames' } },
  /** Numbers leave the device, no picture. Never verified. */
  trace: { policy: { name: 'trace', light: 'off', tripwires: 'report', evidenceLevel: 'trace' } },
  /** Nothing leaves the device but the outcome. Never verified. */
  'device-only': {
    policy: { name: 'device-only', light: 'off', tripwires: 'report', evidenceLevel: 'none' },
  },
  /** WeChat's own verification decides, in a mini-program of WeChat: a face is shown to WeChat alone. */
  wechat: {
    platform: 'wechat',
    policy: { name: 'wechat', light: 'off', tripwires: 'off', evidenceLevel: 'none' },
  },
} as const satisfies Readonly<Record<string, PolicySettings>>;
