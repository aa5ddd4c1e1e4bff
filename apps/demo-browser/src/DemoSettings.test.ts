import { describe, expect, it } from '@jest/globals';
import { readSettings, writeSettings } from './DemoSettings.js';

describe('readSettings', () => {
  it('takes the language from the browser where the address names none', () => {
    expect(readSettings('', ['zh-TW', 'en']).language).toBe('zh-CN');
    expect(readSettings('?lang=en', ['zh-CN']).language).toBe('en');
  });

  it('ignores a plan that names one unknown action, rather than asking for half of it', () => {
    expect(readSettings('?plan=blink,turn-left', []).plan).toEqual(['blink', 'turn-left']);
    expect(readSettings('?plan=blink,dance', []).plan).toBeNull();
  });

  it('keeps its defaults for values that it does not know', () => {
    expect(readSettings('?source=satellite&theme=pink&persona=-3&level=all&policy=A%20b', [])).toEqual({
      language: 'en',
      theme: 'auto',
      source: 'camera',
      level: 'none',
      policy: null,
      age: null,
      persona: 0,
      scene: 'person',
      plan: null,
    });
  });

  it('reads back what it wrote', () => {
    const query =
      '?lang=en&source=synthetic&level=frames&policy=no-light&age=teen&theme=dark&persona=4&scene=dark&plan=nod%2Cblink';
    expect(writeSettings(readSettings(query, []))).toBe(query);
  });
});
