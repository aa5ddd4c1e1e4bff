import type { WebhookSettings } from '../context/ServerSettings.js';
import { isPublicAddress } from './isPublicAddress.js';
import { targetFault } from './targetFault.js';

/** What {@link isAllowedTarget} takes. */
export interface TargetOptions {
  url: string;
  /** All that the URL's host resolves to, at this moment. */
  addresses: readonly string[];
  settings: Pick<WebhookSettings, 'allowedHosts' | 'allowPrivateAddresses' | 'allowHttp'>;
}

/** Where to connect, or why not. */
export type TargetAnswer =
  | { readonly ok: true; readonly address: string }
  | { readonly ok: false; readonly why: string };

/**
 * Whether a notice may be sent to a URL: its host stands in the allow-list, and every address of it is a public one. The
 * caller connects to the very address in the answer and does not resolve again, so that a name that changes its address
 * between the two (DNS rebinding) leads nowhere else.
 *
 * @example isAllowedTarget({ url, addresses: ['93.184.215.14'], settings: settings.webhooks })
 */
export function isAllowedTarget({ url, addresses, settings }: TargetOptions): TargetAnswer {
  const why = targetFault(url, settings);
  if (why !== null) return { ok: false, why };
  const [address] = addresses;
  if (address === undefined) return { ok: false, why: 'the host has no address' };
  // One private address among public ones is a trap, not a coincidence.
  if (!settings.allowPrivateAddresses && !addresses.every(isPublicAddress)) {
    return { ok: false, why: 'the host has an address inside a private network' };
  }
  return { ok: true, address };
}
