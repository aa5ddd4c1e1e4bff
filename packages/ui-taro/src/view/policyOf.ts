import type { SessionPolicy } from '@huoti/protocol';

/** The policy of a check that was declined before it had one: what the component knows of it. Its name is the server's, and not known. */
export function policyOf(
  evidenceLevel: SessionPolicy['evidenceLevel'],
  light: SessionPolicy['light'] | undefined,
): SessionPolicy {
  return { name: 'declined', light: light ?? 'preferred', tripwires: 'off', evidenceLevel };
}
