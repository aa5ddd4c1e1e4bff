import type { DataItem } from './DataItem.js';

/** Whether the server makes it: a decision lies where it was recorded, and a template is computed where it lies. The device sends neither. */
export function isMadeOnServer({ about, purpose }: Pick<DataItem, 'about' | 'purpose'>): boolean {
  return about === 'decision' || purpose === 'comparison';
}
