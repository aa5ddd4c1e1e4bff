import type { Catalogue, MessageKey } from '@huoti/ui';

/** Texts that only a mini-program needs: its settings page and the platform's privacy question. */
export type MiniProgramKey =
  | 'button.settings'
  | 'settings.granted'
  | `privacy.${'title' | 'body' | 'read' | 'agree' | 'decline'}`;

/** Every text that a person can see or hear in a mini-program. */
export type MiniProgramMessageKey = MessageKey | MiniProgramKey;

/** All texts of one language. */
export interface MiniProgramCatalogue extends Catalogue {
  readonly messages: Readonly<Record<MiniProgramMessageKey, string>>;
}
