import { createHmac } from 'node:crypto';

/**
 * What stands for a person in the audit log: HMAC-SHA256 under a key of the person's own, hex. Whoever has the log and knows the name can't
 * find the person without the key, and with the key gone nobody can.
 */
export function pseudonym(
  key: Uint8Array,
  { clientId, subject }: { readonly clientId: string; readonly subject: string },
): string {
  return createHmac('sha256', key).update(`audit\0${clientId}\0${subject}`, 'utf8').digest('hex');
}
