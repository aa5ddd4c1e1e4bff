import { BlockList, isIPv4, isIPv6 } from 'node:net';

/**
 * Blocks of IPv4 that lead into an own network, to the machine itself, or nowhere (IANA, special-purpose address registry).
 */
const PRIVATE_V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Blocks within global IPv6 that are special, or that carry an IPv4 address which could be any. */
const PRIVATE_V6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

function blocks(type: 'ipv4' | 'ipv6', subnets: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of subnets) list.addSubnet(net, prefix, type);
  return list;
}

const NOT_PUBLIC_V4 = blocks('ipv4', PRIVATE_V4);
const GLOBAL_V6 = blocks('ipv6', [['2000::', 3]]);
const NOT_PUBLIC_V6 = blocks('ipv6', PRIVATE_V6);

/**
 * Whether an address is one of the open Internet. Of IPv6 only global unicast (2000::/3) can be: loopback, link-local,
 * unique local and IPv4 addresses in disguise all lie outside.
 *
 * @param address as a resolver gives it; what is no address is not public
 */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !NOT_PUBLIC_V4.check(address, 'ipv4');
  // A zone names a network card of this machine.
  if (!isIPv6(address) || address.includes('%')) return false;
  return GLOBAL_V6.check(address, 'ipv6') && !NOT_PUBLIC_V6.check(address, 'ipv6');
}
