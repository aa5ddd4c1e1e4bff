import { readFileSync } from 'node:fs';

/** SHA-512 in lower-case hex of every package in a pnpm lockfile, by `name@version`. */
export function readIntegrity(lockfile: string): ReadonlyMap<string, string> {
  const text = readFileSync(lockfile, 'utf8');
  const hashes = new Map<string, string>();
  for (const [, name = '', hash = ''] of text.matchAll(
    /^ {2}'?(@?[^\s'@]+@[^\s':()]+)'?:\n {4}resolution: \{integrity: sha512-([A-Za-z0-9+/=]+)/gm,
  ))
    hashes.set(name, Buffer.from(hash, 'base64').toString('hex'));
  return hashes;
}
