import { HuotiError, type SessionPolicy } from '@huoti/protocol';
import type { ConsentAsk, ConsentEnd, ConsentState } from '@huoti/ui';
import type { TemplateResult } from 'lit';
import type { Asking, AskingActions, OpenAsking } from './Asking.js';
import type { ConsentSettings } from './ConsentSettings.js';

/** What a {@link ConsentDesk} asks of the element around it. */
export interface DeskHost {
  settings(): ConsentSettings | null;
  languages(): readonly string[];
  /** Of the check, where the element knows it. */
  policy(): SessionPolicy | null;
  root(): ShadowRoot;
  /** Something to draw has changed. */
  changed(): void;
}

/**
 * Where the element keeps its asking. The pages, the notice and its languages are loaded once a page has set `consent`, before anybody can
 * press start: from the press to the person's choice nothing is requested.
 */
export class ConsentDesk {
  private readonly host: DeskHost;
  private loading: Promise<OpenAsking> | null = null;
  private asking: Asking | null = null;
  private askedWith: ConsentSettings | null = null;

  constructor(host: DeskHost) {
    this.host = host;
  }

  /** What is asked now; `null` while nothing is. */
  get state(): ConsentState | null {
    return this.asking?.state ?? null;
  }

  /** What the tries ask before they begin; `null` where the page asks by itself. */
  get talk(): { ask(request: ConsentAsk): Promise<ConsentEnd>; readonly policy: SessionPolicy } | null {
    const settings = this.host.settings();
    if (settings === null) return null;
    const { level } = settings;
    const unknown: SessionPolicy = {
      name: 'default',
      light: 'preferred',
      tripwires: 'report',
      evidenceLevel: level,
    };
    return {
      policy: { ...(this.host.policy() ?? unknown), evidenceLevel: level },
      ask: async (request) => (await this.open(settings)).ask(request),
    };
  }

  /** Loads the pages, where there is something to ask. A failure is told to whoever starts a try. */
  prepare(): void {
    if (this.host.settings() !== null) this.load().catch(() => undefined);
  }

  /** The person, or the page, has chosen other languages. */
  translate(): void {
    this.asking?.translate(this.host.languages());
  }

  render(actions: AskingActions): TemplateResult | null {
    return this.state === null ? null : (this.asking?.render(actions) ?? null);
  }

  drawn(): void {
    this.asking?.drawn();
  }

  /** Stops the voice: the person goes elsewhere. */
  hush(): void {
    this.asking?.hush();
  }

  close(): void {
    this.asking?.close();
  }

  private async open(settings: ConsentSettings): Promise<Asking> {
    const openAsking = await this.load();
    if (this.asking === null || this.askedWith !== settings) {
      this.asking?.close();
      const { host } = this;
      this.askedWith = settings;
      this.asking = openAsking({
        settings,
        languages: host.languages(),
        root: host.root(),
        changed: () => host.changed(),
      });
    }
    return this.asking;
  }

  private load(): Promise<OpenAsking> {
    this.loading ??= import('./openAsking.js').then(
      ({ openAsking }) => openAsking,
      (cause: unknown) => {
        this.loading = null;
        throw new HuotiError('NETWORK_FAILED', 'the pages that ask for the consent could not be loaded', {
          cause,
          retryable: true,
        });
      },
    );
    return this.loading;
  }
}
