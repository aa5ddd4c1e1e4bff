import { describe, expect, it } from '@jest/globals';
import { createStreamOutput } from './createStreamOutput.js';

function streams({ isTTY = false, columns = 60 } = {}) {
  const written = { out: '', err: '' };
  let nowMs = 0;
  const output = createStreamOutput(
    { write: (text) => (written.out += text) },
    { isTTY, columns, write: (text) => (written.err += text) },
    () => nowMs,
  );
  return { output, written, wait: (ms: number) => (nowMs += ms) };
}

describe('createStreamOutput', () => {
  it('keeps data and everything else on their own streams', () => {
    const { output, written } = streams();
    output.data('{}');
    output.note('hello');
    output.progress(0.5, 'a.mp4');
    expect(written).toEqual({ out: '{}\n', err: 'hello\n 50 % a.mp4\n' });
  });

  it('writes plain lines at most every 2 s where there is no terminal', () => {
    const { output, written, wait } = streams();
    for (let step = 0; step <= 100; step += 1) {
      output.progress(step / 100, 'a.mp4');
      wait(50);
    }
    expect(written.err).toBe('  0 % a.mp4\n 40 % a.mp4\n 80 % a.mp4\n');
  });

  it('draws a bar on a terminal over itself, and gives the next line its own', () => {
    const { output, written, wait } = streams({ isTTY: true });
    output.progress(0.5, 'a.mp4');
    wait(200);
    output.progress(1, 'a.mp4');
    output.finish();
    output.finish();
    const [half, whole, end] = written.err.split('\r\x1b[K').slice(1).concat('');
    expect(half).toBe(`[${'#'.repeat(12)}${'.'.repeat(12)}]  50 % a.mp4`);
    expect(whole).toBe(`[${'#'.repeat(24)}] 100 % a.mp4\n`);
    expect(end).toBe('');
  });

  it('never draws a bar wider than the terminal', () => {
    const { output, written } = streams({ isTTY: true, columns: 40 });
    output.progress(0.5, `${'long/'.repeat(40)}a.mp4`);
    expect(written.err.replace('\r\x1b[K', '').length).toBe(39);
  });

  it('shows no share where the end is not known', () => {
    const { output, written } = streams();
    output.progress(null, '3.0 s of a.webm');
    expect(written.err).toBe('3.0 s of a.webm\n');
  });
});
