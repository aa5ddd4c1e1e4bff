import type { ConsentAsk, ConsentEnd, ConsentState } from '@huoti/ui';
import type { TemplateResult } from 'lit';
import type { ConsentSettings } from './ConsentSettings.js';

/** What a page of the consent can make the element do. */
export interface AskingActions {
  readonly alternativeLabel: string;
  /** Out of the pages, back to the first screen. */
  leave(): void;
  chooseAlternative(): void;
  /** Begins a new try at the page that the person declined. */
  reopen(): void;
}

/** What {@link OpenAsking} takes. */
export interface AskingOptions {
  readonly settings: ConsentSettings;
  /** BCP 47, most wanted first. */
  readonly languages: readonly string[];
  /** Where the pages are drawn. */
  readonly root: ShadowRoot;
  /** Something to draw has changed. */
  changed(): void;
}

/** The consent's pages of one element, from their state to their words and their voice. */
export interface Asking {
  /** `null` while nothing is asked. */
  readonly state: ConsentState | null;
  ask(request: ConsentAsk): Promise<ConsentEnd>;
  /** In other languages from now on. */
  translate(languages: readonly string[]): void;
  render(actions: AskingActions): TemplateResult;
  /** The page is drawn: moves to what stands in the way, where something new does. */
  drawn(): void;
  /** Stops the voice; the pages stay. */
  hush(): void;
  /** Takes pages and voice away. */
  close(): void;
}

/** Opens the pages; made by the part of the code that is loaded only where a consent is asked. */
export type OpenAsking = (options: AskingOptions) => Asking;
