import {
  openMiniProgram,
  type MiniProgramHost,
  type OpenMiniProgramOptions,
  type OpenPage,
} from '@huoti/wx-host';
import { agree } from './agree.js';
import { builtApp } from './builtApp.js';
import type { CheckEnd } from './CheckEnd.js';
import { pacedTime, type PacedTime } from './pacedTime.js';
import { readEnds } from './readEnds.js';

/** Longest wait for a screen, in ms: the engine loads in the meantime, on a busy machine too. */
const SCREEN_MS = 60_000;
/** Longest check, in ms of real time: search, plan and total deadlines together, on a machine that has eight times as much to do. */
const CHECK_MS = 400_000;

/** What {@link openCheck} takes. */
export interface OpenCheckOptions extends Partial<OpenMiniProgramOptions> {
  /** Added to the address of the first page, as a link into the mini-program does: `plan`, `mirrored`. */
  readonly query?: Readonly<Record<string, string>>;
}

/** The built mini-program, led to the check's first screen. */
export interface OpenCheck {
  readonly host: MiniProgramHost;
  readonly page: OpenPage;
  readonly time: PacedTime;
  /** What is asked in the big line now. */
  headline(): string;
  /** Waits for a screen by the name that its class has: `loading`, `permission`, `finding`, `challenge`, `neutral`, `light`. */
  screen(name: string): Promise<void>;
  start(): Promise<void>;
  /** Waits for the end of the try that was begun last. */
  end(): Promise<CheckEnd>;
  close(): void;
}

/** Through the front door, as a person comes in: the index, its button, the asking, the check. Nothing runs yet. */
export async function openCheck({
  query = {},
  kind = 'wechat',
  ...options
}: OpenCheckOptions = {}): Promise<OpenCheck> {
  const host = openMiniProgram({ directory: builtApp(kind), kind, ...options });
  const time = pacedTime(host);
  const wait = { timeoutMs: SCREEN_MS };
  const index = await host.open('pages/index/index', query);
  await index.waitFor(() => index.find('#begin'), wait);
  await index.tap('#begin');
  const asking = await index.waitFor(() => (host.front() === index ? null : host.front()), wait);
  await agree(asking);
  const page = await index.waitFor(() => (host.front() === asking ? null : host.front()), wait);
  await page.waitFor(() => page.find('#huoti-start'), wait);
  let begun = readEnds(host).length;
  return {
    host,
    page,
    time,
    headline: () => page.text('#huoti-headline'),
    async screen(name) {
      const end = (): CheckEnd | undefined => readEnds(host)[begun];
      await page.waitFor(() => page.find(`.huoti-on-${name}`) ?? end(), wait);
      if (!page.find(`.huoti-on-${name}`))
        throw new TypeError(`ended before ${name}: ${JSON.stringify(end())}`);
    },
    async start() {
      begun = readEnds(host).length;
      await page.tap(page.find('#huoti-start') ? '#huoti-start' : '#huoti-retry');
    },
    async end() {
      const end = await page.waitFor(() => readEnds(host)[begun], { timeoutMs: CHECK_MS, what: 'an end' });
      // The last screen is drawn after the page was told.
      await page.settle();
      return end;
    },
    close() {
      time.stop();
      host.close();
    },
  };
}
