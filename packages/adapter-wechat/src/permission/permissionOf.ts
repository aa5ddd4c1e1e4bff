import type { CameraAccess } from './CameraAccess.js';

/** What a list of settings says of one scope. A scope that is missing was not asked for yet. */
export function permissionOf(answer: unknown, scope: string): CameraAccess['permission'] {
  const settings = (answer as { readonly authSetting?: unknown } | null | undefined)?.authSetting;
  if (typeof settings !== 'object' || settings === null) return 'unknown';
  const granted = (settings as Readonly<Record<string, unknown>>)[scope];
  if (granted === undefined || granted === null) return 'not-asked';
  if (typeof granted !== 'boolean') return 'unknown';
  return granted ? 'granted' : 'refused';
}
