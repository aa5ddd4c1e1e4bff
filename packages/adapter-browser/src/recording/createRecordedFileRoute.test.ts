import { describe, expect, it } from '@jest/globals';
import { FakeBrowser } from '../../test/support/fakeBrowser.js';
import { createCodeWord } from './createCodeWord.js';
import { createRecordedFileRoute } from './createRecordedFileRoute.js';

const PLAN_MS = 1_700_000_000_000;
const random = { fill: (target: Uint8Array) => crypto.getRandomValues(target) };
const file = (lastModified: number, type = 'video/mp4'): File =>
  new File(['x'], 'clip', { lastModified, type });
const route = () =>
  createRecordedFileRoute({ random, planIssuedAtMs: PLAN_MS, environment: new FakeBrowser().environment });

describe('createRecordedFileRoute', () => {
  it('a recording made after the plan becomes a source of recordings', () => {
    expect(route().accept(file(PLAN_MS + 5000)).kind).toBe('recording');
  });

  it('a recording older than the plan is refused, and a new one may follow', () => {
    const one = route();
    expect(() => one.accept(file(PLAN_MS - 60_000))).toThrow(
      expect.objectContaining({ code: 'INVALID_ARGUMENT', retryable: true }),
    );
    expect(one.accept(file(PLAN_MS + 1)).kind).toBe('recording');
  });

  it("a file date that the file system rounded down by under 2 s is not 'older'", () => {
    expect(route().accept(file(PLAN_MS - 1999)).kind).toBe('recording');
    expect(() => route().accept(file(PLAN_MS - 2001))).toThrow(
      expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
    );
  });

  it('a code word serves one recording', () => {
    const one = route();
    one.accept(file(PLAN_MS));
    expect(() => one.accept(file(PLAN_MS))).toThrow(expect.objectContaining({ code: 'SESSION_ALREADY_RUN' }));
  });

  it('a picture is no recording', () => {
    expect(() => route().accept(file(PLAN_MS, 'image/jpeg'))).toThrow(
      expect.objectContaining({ code: 'MEDIA_UNREADABLE' }),
    );
  });
});

describe('createCodeWord', () => {
  it('is four digits, each as likely as the others', () => {
    const counts = new Array<number>(10).fill(0);
    for (let index = 0; index < 5000; index += 1) {
      const word = createCodeWord(random);
      expect(word).toMatch(/^\d{4}$/);
      for (const digit of word) counts[Number(digit)] = (counts[Number(digit)] ?? 0) + 1;
    }
    // 20,000 digits: 2,000 each, standard deviation 42; six of them is one failure in some 50 million runs.
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(260);
  });

  it('throws away the bytes that would favour low digits', () => {
    const bytes = [255, 250, 7, 251, 249, 10, 0];
    const fixed = { fill: (target: Uint8Array) => target.fill(bytes.shift() ?? 0) };
    expect(createCodeWord(fixed)).toBe('7900');
  });
});
