import ipaddr from 'ipaddr.js';

/**
 * Whether an address is one of the open network. Everything else is not: private and link-local networks, this machine,
 * a provider's metadata service, multicast, documentation and test ranges, and IPv6 addresses that stand for an IPv4 one.
 *
 * @example isPublicAddress('::ffff:169.254.169.254') // false
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  return ipaddr.parse(address).range() === 'unicast';
}
