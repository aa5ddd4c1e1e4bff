/**
 * Puts values in the place of `{names}`, once: a value that has braces of its own is not looked at again.
 *
 * @example fill('{a} and {b}', { a: 1, b: '{a}' }) // '1 and {a}'
 */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) => values[name] ?? whole);
}
