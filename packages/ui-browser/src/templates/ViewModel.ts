import type { SessionPolicy } from '@huoti/protocol';
import type { MessageKey, Oval, ScreenState } from '@huoti/ui';
import type { TemplateResult } from 'lit';

/** What the templates draw from. */
export interface ViewModel {
  readonly screen: ScreenState;
  readonly oval: Oval;
  readonly viewWidthPx: number;
  readonly viewHeightPx: number;
  readonly picture: HTMLElement | null;
  readonly pictureShown: boolean;
  /** Whether the picture is shown as a mirror, so that the person's left is on the left. */
  readonly mirrored: boolean;
  readonly cancelling: boolean;
  /** What leaves the device; `null` where it is not known, and then nothing is promised. */
  readonly evidenceLevel: SessionPolicy['evidenceLevel'] | null;
  /** Whether the screen may flash, has to, or will not since the person said so; `none` where no plan asks for it. */
  readonly flash: 'none' | 'optional' | 'declined' | 'required';
  readonly alternativeLabel: string;
  text(key: MessageKey, values?: Readonly<Record<string, string | number>>): string;
  declineFlash(declined: boolean): void;
  start(): void;
  cancel(): void;
  retry(): void;
  chooseAlternative(): void;
}

export type Template = (view: ViewModel) => TemplateResult;
