import type { SessionPolicy } from '@huoti/protocol';

/**
 * The policies that a device-only session may name. Until the light challenge exists none of them asks for
 * light; a server configures its own.
 */
export const DEVICE_ONLY_POLICIES = {
  /** Live camera, nothing leaves the device. */
  'no-light': { name: 'no-light', light: 'off', tripwires: 'report', evidenceLevel: 'none' },
} as const satisfies Record<string, SessionPolicy>;
