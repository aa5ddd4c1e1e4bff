import type { ConsentWords } from '@huoti/privacy';
import type { AskingWords, ConsentEvent, ConsentState } from '@huoti/ui';
import type { TemplateResult } from 'lit';
import type { AskingActions } from '../Asking.js';
import type { Reader } from '../createReader.js';

/** What the consent's pages draw from. */
export interface ConsentView extends AskingActions {
  readonly state: ConsentState;
  readonly words: ConsentWords;
  readonly asking: AskingWords;
  readonly voice: Reader['voice'];
  dispatch(event: ConsentEvent): void;
}

export type ConsentTemplate = (view: ConsentView) => TemplateResult;
