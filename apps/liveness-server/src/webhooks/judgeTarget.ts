import { isIP } from 'node:net';
import { isPublicAddress } from './isPublicAddress.js';
import type { Resolver } from './Resolver.js';

/** What may be told. */
export interface TargetRules {
  readonly allowedHosts: readonly string[];
  readonly allowPrivateAddresses: boolean;
  readonly allowPlainHttp: boolean;
}

/** Where to connect, or why not; the words go to the operator's dead-letter list and name no address. */
export type JudgedTarget =
  | { readonly ok: true; readonly url: URL; readonly address: string }
  | { readonly ok: false; readonly why: string };

const refuse = (why: string): JudgedTarget => ({ ok: false, why });

const matches = (host: string, pattern: string): boolean =>
  pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) && host !== pattern.slice(2) : host === pattern;

function parse(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/**
 * Judges a target at the time it is told, not when it was registered: names change their addresses. The address that
 * comes back is the one to connect to; asking the resolver a second time could give another.
 *
 * @example await judgeTarget('https://hooks.example.com/huoti', rules, systemResolver)
 */
export async function judgeTarget(
  target: string,
  rules: TargetRules,
  resolver: Resolver,
): Promise<JudgedTarget> {
  const url = parse(target);
  if (url === null) return refuse('not a URL');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && rules.allowPlainHttp))
    return refuse('not https');
  if (url.username !== '' || url.password !== '') return refuse('credentials in the URL');
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (!rules.allowedHosts.some((pattern) => matches(host, pattern))) return refuse('host not allowed');
  let addresses: readonly string[];
  try {
    addresses = isIP(host) === 0 ? await resolver.resolve(host) : [host];
  } catch {
    return refuse('name not found');
  }
  const [address] = addresses;
  if (address === undefined) return refuse('name not found');
  // One private address among public ones is enough to refuse: whoever answers for the name chooses the order.
  if (!rules.allowPrivateAddresses && !addresses.every(isPublicAddress)) return refuse('private address');
  return { ok: true, url, address };
}
