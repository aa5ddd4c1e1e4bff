import { createBrowserClock } from '@huoti/adapter-browser';
import { tellResult, type BridgeLink } from '@huoti/adapter-webview';
import { codeOfBridgeError, type BridgeResult, type Welcome } from '@huoti/protocol/bridge';
import { elementById } from '../element.js';
import { awaitVerdict } from '../server/awaitVerdict.js';
import type { EmbedTexts } from './embedTexts.js';

/** How long the backend is asked, in ms: a session that was cut off before its evidence was whole is never decided. */
const PATIENCE_MS = 15_000;

/** What {@link showEarlier} takes. */
export interface ShowEarlierOptions {
  readonly root: Document;
  readonly link: BridgeLink;
  readonly interrupted: NonNullable<Welcome['interrupted']>;
  readonly texts: EmbedTexts;
  readonly signal: AbortSignal;
}

/**
 * After a page that ended in the middle of a session: asks the backend what became of it, shows that, and tells the app. The key of
 * the earlier page is gone with it, so nothing of that session can be carried on.
 */
export async function showEarlier({
  root,
  link,
  interrupted: { sessionId, error },
  texts,
  signal,
}: ShowEarlierOptions): Promise<void> {
  if (sessionId === undefined) return;
  const line = elementById(root, 'earlier-outcome', HTMLElement);
  line.textContent = texts.outcomeWaiting;
  let result: BridgeResult = { sessionId, ended: 'error', code: codeOfBridgeError(error.code) };
  let words = texts.outcomeUnknown;
  try {
    const verdict = await awaitVerdict(sessionId, signal, PATIENCE_MS);
    if (verdict !== null) {
      // As with every client: completed or not. Whether it is verified the app's backend knows.
      const completed = verdict.reason === null;
      words = completed ? texts.outcomeCompleted : texts.outcomeFailed;
      result = {
        sessionId,
        ended: completed ? 'completed' : 'refused',
        ...(verdict.reason === null ? {} : { code: verdict.reason }),
      };
    }
  } catch {
    // Nothing is known of it: it did not come to its end.
  }
  if (signal.aborted) return;
  line.textContent = words;
  root.documentElement.dataset.huotiEarlier = result.ended;
  await tellResult({ link, clock: createBrowserClock(), result });
}
