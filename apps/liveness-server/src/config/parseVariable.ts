import type { Variable } from './variables.js';

/** A value, or in a few words what the text must look like. */
export type Parsed =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly expected: string };

const HOUR_MS = 3_600_000;

function parseJson(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false, expected: 'JSON' };
  }
}

/** The value that an environment variable's text stands for. */
export function parseVariable({ kind }: Variable, text: string): Parsed {
  switch (kind) {
    case 'text':
      return { ok: true, value: text };
    case 'integer':
      return /^-?\d{1,12}$/.test(text)
        ? { ok: true, value: Number(text) }
        : { ok: false, expected: 'a whole number' };
    case 'hours':
      return /^\d{1,7}(?:\.\d{1,3})?$/.test(text)
        ? { ok: true, value: Math.round(Number(text) * HOUR_MS) }
        : { ok: false, expected: 'a number of hours' };
    case 'flag':
      return text === 'true' || text === 'false'
        ? { ok: true, value: text === 'true' }
        : { ok: false, expected: 'true or false' };
    case 'list': {
      const entries = text.split(',').map((entry) => entry.trim());
      return { ok: true, value: entries.filter((entry) => entry !== '') };
    }
    case 'json':
      return parseJson(text);
  }
}
