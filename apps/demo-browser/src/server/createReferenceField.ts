import { elementById } from '../element.js';
import type { DemoTexts } from '../texts/texts.js';
import { enrol, forget } from './demoApi.js';

/** A face that is enrolled first, to be compared with. */
export interface ReferenceField {
  show(shown: boolean): void;
  /** `null` while none is enrolled. */
  id(): string | null;
}

const ID_BYTES = 16;

const newId = (): string =>
  `demo-${Array.from(crypto.getRandomValues(new Uint8Array(ID_BYTES)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')}`;

/**
 * Enrols the picture that is chosen, and deletes it again when asked. The id lives as long as the page.
 *
 * @param changed one was enrolled or deleted: another thing is asked of the person
 */
export function createReferenceField(
  root: Document,
  texts: () => DemoTexts,
  changed: () => void,
): ReferenceField {
  const field = elementById(root, 'reference-field', HTMLElement);
  const file = elementById(root, 'reference', HTMLInputElement);
  const state = elementById(root, 'reference-state', HTMLElement);
  const forgetButton = elementById(root, 'reference-forget', HTMLButtonElement);
  let enrolled: string | null = null;

  async function take(picture: File): Promise<void> {
    state.textContent = texts().referenceSending;
    const id = enrolled ?? newId();
    try {
      const refusal = await enrol(id, picture);
      if (refusal === null) enrolled = id;
      state.textContent =
        refusal === null ? texts().referenceReady : `${texts().referenceRefused} ${refusal}`;
    } catch {
      state.textContent = texts().noServer;
    }
    forgetButton.hidden = enrolled === null;
    changed();
  }

  async function drop(): Promise<void> {
    if (enrolled === null) return;
    try {
      await forget(enrolled);
    } catch {
      state.textContent = texts().noServer;
      return;
    }
    enrolled = null;
    file.value = '';
    forgetButton.hidden = true;
    state.textContent = texts().referenceGone;
    changed();
  }

  file.addEventListener('change', () => {
    const picture = file.files?.[0];
    if (picture !== undefined) void take(picture);
  });
  forgetButton.addEventListener('click', () => void drop());
  return {
    show(shown) {
      field.hidden = !shown;
    },
    id: () => enrolled,
  };
}
