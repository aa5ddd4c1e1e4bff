import {
  openMiniProgram,
  type MiniProgramHost,
  type OpenMiniProgramOptions,
  type OpenPage,
} from '@huoti/wx-host';
import { agree } from '../../executed/support/agree.js';
import { builtApp } from '../../executed/support/builtApp.js';
import { BACKEND, playServers, type Servers, type ServersOptions } from './playServers.js';

/** How long a screen may take on a busy machine, in ms. */
const PATIENCE = { timeoutMs: 60_000 };

/** The built mini-program in one mode, led to the check's first screen (agreed to before, in `local`), with servers that answer it. */
export interface OpenMode extends Servers {
  readonly host: MiniProgramHost;
  readonly page: OpenPage;
  /** Presses start. */
  start(): Promise<void>;
  /** What the page told of the try that ended last, by `wanted` tries at least. */
  end(wanted?: number): Promise<unknown>;
  /** The page with the web-view, once it covers the check's and is drawn. */
  covered(): Promise<OpenPage>;
}

/** By a developer's choice on the first page, as the demo's own build has it. */
export async function openMode(
  mode: 'local' | 'native' | 'web-view',
  servers: ServersOptions = {},
  options: Partial<OpenMiniProgramOptions> = {},
): Promise<OpenMode> {
  const played = playServers(servers);
  const host = openMiniProgram({ directory: builtApp('wechat'), request: played.request, ...options });
  const index = await host.open('pages/index/index', { backend: BACKEND });
  await index.waitFor(() => index.find(`#mode-${mode}`), PATIENCE);
  await index.tap(`#mode-${mode}`);
  await index.waitFor(() => index.find(`#mode-${mode}`)?.classes.includes('demo-chosen'), PATIENCE);
  await index.tap('#begin');
  const first = await index.waitFor(() => (host.front() === index ? null : host.front()), PATIENCE);
  if (mode === 'local') await agree(first);
  const page = await index.waitFor(
    () => (mode === 'local' && host.front() === first ? null : host.front()),
    PATIENCE,
  );
  await page.waitFor(() => page.find('#huoti-start'), PATIENCE);
  const ends = (): unknown[] =>
    host.record.console
      .filter(({ values }) => values[0] === 'huoti')
      .map(({ values }) => JSON.parse(String(values[1])) as unknown);
  return {
    ...played,
    host,
    page,
    start: () => page.tap('#huoti-start'),
    async end(wanted = 1) {
      await page.waitFor(() => ends().length >= wanted, { timeoutMs: 240_000, what: 'an end' });
      await page.settle();
      return ends().at(-1);
    },
    async covered() {
      const shown = await page.waitFor(() => (host.front() === page ? null : host.front()), PATIENCE);
      // A person goes back from a page that they see: one that is not drawn yet takes the page below along.
      await shown.waitFor(() => shown.find('web-view'), PATIENCE);
      return shown;
    },
  };
}
