import type { SessionPolicy } from '@huoti/protocol';

/** The policies that a device-only session may name; a server configures its own. In each nothing leaves the device. */
export const DEVICE_ONLY_POLICIES = {
  /** The screen lights the face where it can. */
  default: { name: 'default', light: 'preferred', tripwires: 'report', evidenceLevel: 'none' },
  /** Actions alone. */
  'no-light': { name: 'no-light', light: 'off', tripwires: 'report', evidenceLevel: 'none' },
} as const satisfies Record<string, SessionPolicy>;
