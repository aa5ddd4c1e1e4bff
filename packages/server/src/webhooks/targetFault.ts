import type { WebhookSettings } from '../context/ServerSettings.js';
import { isAllowedHost } from './isAllowedHost.js';

/** What is wrong with a URL before anything is resolved; `null` where nothing is. */
export function targetFault(
  url: string,
  settings: Pick<WebhookSettings, 'allowedHosts' | 'allowHttp'>,
): string | null {
  if (url.length > 2048 || !URL.canParse(url)) return 'the URL is none';
  const { protocol, hostname, username, password } = new URL(url);
  if (protocol !== 'https:' && !(protocol === 'http:' && settings.allowHttp)) return 'the URL is not https';
  if (username !== '' || password !== '') return 'the URL holds credentials';
  return isAllowedHost(hostname, settings.allowedHosts) ? null : 'the host is not in the allow-list';
}
