import type { Catalogue } from './Catalogue.js';
import type { MessageKey } from './MessageKey.js';

/**
 * The text of a key, its `{name}` placeholders filled. A placeholder without a value is left as it stands, so that it is
 * seen in a test and not silently empty.
 *
 * @example formatMessage(en, 'step', { index: 1, count: 3 }) // 'Step 1 of 3'
 */
export function formatMessage(
  catalogue: Catalogue,
  key: MessageKey,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return catalogue.messages[key].replace(/\{([a-z]+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : String(value);
  });
}
