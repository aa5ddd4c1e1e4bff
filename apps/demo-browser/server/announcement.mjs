import { renderUnicodeCompact } from 'uqr';

/**
 * What a person reads when the demo is up.
 *
 * @param {{httpPort: number, httpsPort: number | null, addresses: string[]}} facts
 * @returns {string}
 */
export function announcement({ httpPort, httpsPort, addresses }) {
  const lines = ['', `  huoti demo, on this machine:  http://localhost:${httpPort}/`];
  const urls = addresses.map((address) => `https://${address}:${httpsPort}/`);
  const [first, ...others] = urls;
  if (first === undefined) {
    lines.push('', '  No network was found, so no phone can reach it: connect this machine and start again.');
  } else {
    lines.push(`  on a phone in the same network:  ${first}`);
    if (others.length > 0)
      lines.push(`  or, through another of this machine's networks:  ${others.join('  ')}`);
    const code = renderUnicodeCompact(first, { border: 2 });
    lines.push('', ...code.split('\n').map((line) => `  ${line}`), '');
    lines.push(
      '  The phone will warn, since this machine signed its own certificate: tap "Advanced", then "Proceed" (iPhone: "Show Details", then "visit this website").',
    );
  }
  lines.push('  Ctrl-C stops it.', '');
  return lines.join('\n');
}
