import { bytesOfBase64 } from './bytesOfBase64.js';

/** `atob` for realms without one: base64 to a string of bytes. */
export function decodeBase64(text: string): string {
  const characters: string[] = [];
  for (const byte of Array.from(bytesOfBase64(text))) characters.push(String.fromCharCode(byte));
  return characters.join('');
}
