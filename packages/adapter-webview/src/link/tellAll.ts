import { tell } from './tell.js';

/** Tells each listener; one that throws disturbs neither the others nor the host, in whose call this runs. */
export function tellAll<T>(listeners: Iterable<(value: T) => void>, value: T): void {
  for (const listener of [...listeners]) tell(() => listener(value));
}
