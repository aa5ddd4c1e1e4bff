import type { SessionPolicy } from '@huoti/protocol';
import type { ViewModel } from './ViewModel.js';

/** Whether people are told that the screen may flash. What is not known counts as "it may": a warning too many harms nobody. */
export function flashOf(light: SessionPolicy['light'] | undefined, declined: boolean): ViewModel['flash'] {
  if (light === 'off') return 'none';
  if (light === 'required') return 'required';
  return declined ? 'declined' : 'optional';
}
