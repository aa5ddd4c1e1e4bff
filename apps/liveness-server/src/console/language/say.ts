import type { Language, MessageKey } from './Language.js';

/** What fills the placeholders of a text. */
export type MessageValues = Readonly<Record<string, string | number>>;

/**
 * The text of a key, its `{name}` placeholders filled. It is plain text: a template escapes it like any other.
 *
 * @example say(english, 'overview.days', { count: 7 }) // '7 days'
 */
export function say({ messages }: Language, key: MessageKey, values: MessageValues = {}): string {
  return messages[key].replace(/\{([a-z]+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}
