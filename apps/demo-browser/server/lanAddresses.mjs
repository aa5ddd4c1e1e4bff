import { networkInterfaces } from 'node:os';

/** Interfaces of containers, virtual machines and tunnels: no phone is on the other side. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|wg|tailscale|cni|flannel)/;

/**
 * IPv4 addresses at which a phone in the same network may reach this machine; those of home networks first.
 *
 * @param {ReturnType<typeof networkInterfaces>} [interfaces] default: this machine's
 * @returns {string[]}
 */
export function lanAddresses(interfaces = networkInterfaces()) {
  const rank = (/** @type {string} */ address) => {
    const index = [/^192\.168\./, /^10\./, /^172\.(1[6-9]|2\d|3[01])\./].findIndex((range) =>
      range.test(address),
    );
    return index === -1 ? 3 : index;
  };
  return Object.entries(interfaces)
    .filter(([name]) => !VIRTUAL.test(name))
    .flatMap(([, addresses]) => addresses ?? [])
    .filter(
      ({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'),
    )
    .map(({ address }) => address)
    .sort((a, b) => rank(a) - rank(b));
}
