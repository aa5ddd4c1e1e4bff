import {
  openMiniProgram,
  type MiniProgramHost,
  type OpenMiniProgramOptions,
  type OpenPage,
} from '@huoti/wx-host';
import { builtApp } from './builtApp.js';

/** How long a page may take on a busy machine, in ms. */
const PATIENCE = { timeoutMs: 60_000 };

/** The built mini-program, led to the first page of the asking. */
export interface OpenAsking {
  readonly host: MiniProgramHost;
  readonly page: OpenPage;
  /** Taps what has the id, once it is there. */
  tap(id: string): Promise<void>;
  /** Waits for what has the id. */
  sees(id: string): Promise<void>;
  /** The page in front, once it is another one than the asking's. */
  after(): Promise<OpenPage>;
}

/** Through the front door: the index and its button. */
export async function openAsking({
  kind = 'wechat',
  query = {},
  ...options
}: Partial<OpenMiniProgramOptions> & {
  readonly query?: Readonly<Record<string, string>>;
} = {}): Promise<OpenAsking> {
  const host = openMiniProgram({ directory: builtApp(kind), kind, ...options });
  const index = await host.open('pages/index/index', query);
  await index.waitFor(() => index.find('#begin'), PATIENCE);
  await index.tap('#begin');
  const page = await index.waitFor(() => (host.front() === index ? null : host.front()), PATIENCE);
  const sees = async (id: string): Promise<void> => {
    await page.waitFor(() => page.find(`#${id}`), { ...PATIENCE, what: id });
  };
  await sees('huoti-headline');
  return {
    host,
    page,
    sees,
    async tap(id) {
      await sees(id);
      await page.tap(`#${id}`);
    },
    after: () => page.waitFor(() => (host.front() === page ? null : host.front()), PATIENCE),
  };
}
