import type { HostFacts } from '@huoti/protocol';

/** Whether two requests came from the same host, as the client says; the order of the fields does not matter. */
export function isSameHost(a: HostFacts | null, b: HostFacts): boolean {
  if (a === null) return false;
  const fields = ['kind', 'browser', 'browserVersion', 'os', 'engine', 'language', 'network'] as const;
  return fields.every((field) => a[field] === b[field]);
}
