/** Stands for a name that was taken out. */
const WITHHELD = '[person]';

/**
 * A text without the integrator's names for a person or a reference, in whatever letters they are written. Part of a longer word or number
 * is no name: a person called `1` does not take the digits out of a case number.
 */
export function withoutNames(text: string, names: readonly (string | null)[]): string {
  return names
    .filter((name): name is string => name !== null && name !== '')
    .sort((a, b) => b.length - a.length)
    .reduce(
      (rest, name) =>
        rest.replace(new RegExp(`(?<![A-Za-z0-9])${escaped(name)}(?![A-Za-z0-9])`, 'giu'), WITHHELD),
      text,
    );
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
