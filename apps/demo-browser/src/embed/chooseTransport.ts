import { createIframeTransport, detectTransport, type BridgeTransport } from '@huoti/adapter-webview';

/** What of a window is used. */
type View = Pick<Window, 'parent' | 'location' | 'fetch' | 'addEventListener' | 'removeEventListener'>;

/**
 * The app around this page: the object that it put here or, inside another page, that page where the server lists its origin.
 * The address may say which of several listed ones it is (`?parent=`); it can't add one.
 *
 * @returns `null` in a page that is listed nowhere
 */
export async function chooseTransport(view: View): Promise<BridgeTransport | null> {
  // In a frame an app's object is not for us: apps refuse frames.
  if ((view.parent as View) === view) return detectTransport({ target: view });
  const answer = await view.fetch('./embed-settings.json', { cache: 'no-store' });
  if (!answer.ok) return null;
  const { parents } = (await answer.json()) as { parents?: unknown };
  const listed = Array.isArray(parents) ? parents.filter((one) => typeof one === 'string') : [];
  const wished = new URLSearchParams(view.location.search).get('parent');
  const parentOrigin = wished === null ? listed[0] : listed.find((one) => one === wished);
  return parentOrigin === undefined ? null : createIframeTransport({ parentOrigin, target: view });
}
