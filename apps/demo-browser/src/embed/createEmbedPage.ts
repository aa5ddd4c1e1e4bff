import { createBrowserClock } from '@huoti/adapter-browser';
import { tellResult, type BridgeLink } from '@huoti/adapter-webview';
import { HuotiError } from '@huoti/protocol';
import type { SessionGrant, SessionStart } from '@huoti/protocol/bridge';
import { HuotiLivenessElement } from '@huoti/ui-browser';
import { askFor } from '../askFor.js';
import { readSettings, type DemoSettings } from '../DemoSettings.js';
import { elementById } from '../element.js';
import { askForSession } from '../server/demoApi.js';
import { TEXTS } from '../texts/texts.js';
import { buildEmbedSession } from './buildEmbedSession.js';
import { chooseTransport } from './chooseTransport.js';
import { connectHost } from './connectHost.js';
import { createGrantBox } from './createGrantBox.js';
import { EMBED_TEXTS } from './embedTexts.js';
import { isLegacyPage } from './legacyPage.js';
import { reportTries } from './reportTries.js';
import { showEarlier } from './showEarlier.js';

/** The server's policy that goes with what may leave the device, where no app brings a session. */
const POLICY_OF = { trace: 'trace', frames: 'default' } as const;

/**
 * The page that an app's WebView loads: the check alone, over the whole view. It looks for the app while the person reads the
 * first screen, and is a plain page where there is none.
 */
export function createEmbedPage(root: Document, view: Window & typeof globalThis): void {
  let settings = readSettings(view.location.search, view.navigator.languages);
  let link: BridgeLink | null = null;
  let sessionId: string | null = null;
  let nextGrant: SessionGrant | null = null;
  let looking: AbortController | null = null;
  const board = root.documentElement.dataset;
  const clock = createBrowserClock();
  const liveness = elementById(root, 'liveness', HuotiLivenessElement);
  const earlier = elementById(root, 'earlier', HTMLElement);
  const grants = createGrantBox({ clock, ask: () => link?.emit('session.state', { state: 'idle' }) });
  const folder = isLegacyPage(view.location.pathname) ? './huoti-legacy/' : './huoti/';
  const assetsBaseUrl = new URL(folder, root.baseURI).href;
  board.huotiBridge = 'connecting';

  const connect = chooseTransport(view).then((transport) => {
    if (transport === null) {
      board.huotiBridge = 'none';
      return () => Promise.resolve(null);
    }
    return connectHost({ transport, onLink: attach, onNone: () => (board.huotiBridge = 'none') });
  });
  // Who starts a try is told why not.
  connect.catch(() => undefined);

  function render(): void {
    const { language, theme, level, plan } = settings;
    const texts: Record<string, unknown> = { ...TEXTS[language], ...EMBED_TEXTS[language] };
    root.documentElement.lang = language;
    board.theme = theme;
    for (const element of root.querySelectorAll<HTMLElement>('[data-text]')) {
      element.textContent = String(texts[element.dataset.text ?? '']);
    }
    ask();
    liveness.lang = language;
    liveness.theme = theme;
    const flashes = plan?.includes('light') ? 'preferred' : 'off';
    liveness.light = level === 'none' ? flashes : null;
    // The app's own motor where it lends it, else the page's.
    liveness.haptics = (link?.capability('haptics') ?? 0) === 0;
    for (const button of root.querySelectorAll<HTMLElement>('[data-close]')) button.hidden = link === null;
  }

  /** What the person is asked before a check: no age where the app's backend has said it. */
  function ask(): void {
    const { level, age } = settings;
    askFor(liveness, { level, ageBand: nextGrant?.ageBand ?? age });
  }

  function offer(grant: SessionGrant): void {
    nextGrant = grant;
    grants.put(grant);
    ask();
  }

  function change(changed: Partial<DemoSettings>): void {
    settings = { ...settings, ...changed };
    render();
  }

  /** Shows the check, or what became of an earlier one. */
  function showCheck(shown: boolean): void {
    liveness.hidden = !shown;
    earlier.hidden = shown;
  }

  function start({ grant, language, theme }: SessionStart): Record<string, never> {
    if (liveness.screenState.kind !== 'intro' && board.huotiState !== 'ended' && !grants.isAwaited) {
      throw new HuotiError('BUSY', 'a check is running: stop it first (session.stop)', { retryable: true });
    }
    change({
      ...(language === undefined ? {} : { language: readSettings('', [language]).language }),
      ...(theme === undefined ? {} : { theme }),
    });
    looking?.abort();
    showCheck(true);
    const wasAwaited = grants.isAwaited;
    offer(grant);
    // At the pages that ask the person: an app begins nothing over a person's head.
    if (!wasAwaited) void liveness.cancel().then(() => liveness.start());
    return {};
  }

  function attach(opened: BridgeLink): void {
    link = opened;
    board.huotiBridge = opened.transport;
    const { grant, interrupted } = opened.welcome;
    // An app that offers a session again which has begun elsewhere offers nothing.
    if (grant !== undefined && grant.sessionId !== interrupted?.sessionId) offer(grant);
    opened.answer('session.start', start);
    opened.answer('session.stop', async () => {
      await liveness.cancel();
      return {};
    });
    opened.onClose(() => (board.huotiBridge = 'closed'));
    opened.emit('session.state', { state: 'idle' });
    if (interrupted?.sessionId !== undefined) {
      showCheck(false);
      looking = new AbortController();
      const texts = EMBED_TEXTS[settings.language];
      void showEarlier({ root, link: opened, interrupted, texts, signal: looking.signal });
    }
    render();
  }

  liveness.createSession = async (request) => {
    sessionId = null;
    const { level, policy } = settings;
    const found = await (await connect)();
    let grant = found === null ? null : await grants.take(request.signal);
    if (grant === null && level !== 'none') {
      const ageBand = settings.age === null ? {} : { ageBand: settings.age };
      grant = await askForSession({ policy: policy ?? POLICY_OF[level], ...ageBand }, request.signal);
    }
    sessionId = grant?.sessionId ?? null;
    return buildEmbedSession({ settings, assetsBaseUrl, link: found, grant, request });
  };
  liveness.alternative = () => {
    if (link === null) {
      view.alert(TEXTS[settings.language].alternative);
      return;
    }
    const told = link;
    const result = { ended: 'declined', code: 'DECLINED' } as const;
    void tellResult({ link: told, clock, result }).then(() => told.emit('ui.close', {}));
  };
  for (const button of root.querySelectorAll<HTMLElement>('[data-close]')) {
    button.addEventListener('click', () => link?.emit('ui.close', {}));
  }
  // A page out of the back-forward cache has lost its camera and its host has given it up: it begins as a new one.
  view.addEventListener('pageshow', ({ persisted }) => {
    if (persisted && link !== null) view.location.reload();
  });
  render();
  reportTries({ liveness, board, link: () => link, sessionId: () => sessionId });
}
