import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const SOURCES = fileURLToPath(new URL('../src/', import.meta.url));

const read = (suffix: RegExp): string =>
  readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((path) => suffix.test(path) && !path.includes('.test.'))
    .map((path) => readFileSync(`${SOURCES}${path}`, 'utf8'))
    .join('\n');

const styles = read(/\.css$/);
const code = read(/\.tsx?$/);

describe('the styles', () => {
  it('have no colours of their own: those are the tokens of both themes', () => {
    expect(`${styles}\n${code}`.match(/#[0-9a-f]{3,8}\b/gi)).toBeNull();
  });

  it('count no size in rpx: the oval is worked out in px, and text grows with the person’s setting', () => {
    expect(styles).not.toMatch(/\drpx/);
  });

  it('size every text by the person’s setting', () => {
    const fixed = [...styles.matchAll(/font-size:\s*([^;]+);/g)].filter(
      ([, size]) => !size?.includes('--_em'),
    );
    expect(fixed).toEqual([]);
  });

  it('know every class that the components name', () => {
    const named = new Set(code.match(/(?<!-)\bhuoti-[a-z]+(?:-[a-z]+)*(?!-?[$a-z])/g));
    const known = new Set(styles.match(/huoti-[a-z]+(?:-[a-z]+)*/g));
    // Ids, the generated masks and themes, and marks that only tests and operators look for.
    const others =
      /^huoti-(start|cancel|retry|alternative|settings|agree|disagree|decline-flash|headline|other|hand-over|reopen|send-code|guardian|fold|refuse|back|large-text|intro|outcome|layout|theme|icon|layer|do|on|oval|dot|sign)$/;
    expect([...named].filter((name) => !known.has(name) && !others.test(name))).toEqual([]);
  });

  it('use no selector that a mini-program’s compiler may refuse', () => {
    expect(styles).not.toMatch(/:is\(|:where\(|:has\(|@layer|@container|inset:/);
  });
});
