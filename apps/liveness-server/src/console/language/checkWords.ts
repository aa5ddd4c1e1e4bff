import type { Language } from './Language.js';

/** A check's name in words; the name itself where there are none. */
export function checkWords({ checks }: Language, name: string): string {
  return Object.hasOwn(checks, name) ? (checks[name] ?? name) : name;
}
