import type { ConsentRequest } from '@huoti/protocol';
import type { DemoLevel } from '../DemoSettings.js';
import { elementById } from '../element.js';
import type { DemoTexts } from '../texts/texts.js';
import { consentTo } from './consentTo.js';

/** The notice before the start button, and what the person chose. */
export interface ConsentBox {
  /** Shows what leaves the device at a level; other words than before are agreed to anew. */
  show(level: DemoLevel, texts: DemoTexts, language: string): void;
  /** `null` where nothing leaves the device, or the person has not agreed. */
  given(): Promise<ConsentRequest | null>;
}

/** @param refused the person wants nothing to leave the device */
export function createConsentBox(root: Document, refused: () => void): ConsentBox {
  const box = elementById(root, 'consent', HTMLElement);
  const text = elementById(root, 'consent-text', HTMLElement);
  const tick = elementById(root, 'consent-given', HTMLInputElement);
  let shown: { level: DemoLevel; words: string; language: string } | null = null;
  elementById(root, 'consent-refuse', HTMLButtonElement).addEventListener('click', refused);
  return {
    show(level, texts, language) {
      box.hidden = level === 'none';
      const words = level === 'none' ? '' : { trace: texts.consentTrace, frames: texts.consentFrames }[level];
      if (words === shown?.words) return;
      // Nobody has agreed to words that they have not seen.
      tick.checked = false;
      text.textContent = words;
      shown = { level, words, language };
    },
    async given() {
      if (shown === null || shown.level === 'none' || !tick.checked) return null;
      return consentTo(shown.level, shown.words, shown.language);
    },
  };
}
