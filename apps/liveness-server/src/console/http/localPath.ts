import { CONSOLE_PATH } from '../consolePath.js';

/** Any host would do: only the path of what comes out is used. */
const BASE = 'http://console.invalid';

/** The address inside the console that a text names; the overview for everything else, other sites above all. */
export function localPath(text: string | null): string {
  if (text === null || !URL.canParse(text, BASE)) return CONSOLE_PATH;
  const { origin, pathname, search } = new URL(text, BASE);
  const isOurs = origin === BASE && (pathname === CONSOLE_PATH || pathname.startsWith(`${CONSOLE_PATH}/`));
  return isOurs ? `${pathname}${search}` : CONSOLE_PATH;
}
