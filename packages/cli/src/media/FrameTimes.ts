import type { Readable } from 'node:stream';
import { HuotiError } from '@huoti/protocol';

/** The times that ffmpeg's `metadata=mode=print` filter writes, one a frame, in the order of the frames. */
export class FrameTimes {
  private readonly timesMs: number[] = [];
  private waiting: (() => void) | null = null;
  private ended = false;

  constructor(stream: Readable) {
    let rest = '';
    stream.setEncoding('latin1');
    stream.on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const seconds = /pts_time:(-?[\d.]+)/.exec(line)?.[1];
        if (seconds !== undefined) this.timesMs.push(Number(seconds) * 1000);
      }
      this.waiting?.();
    });
    const end = (): void => this.close();
    stream.once('end', end);
    stream.once('error', end);
    stream.once('close', end);
  }

  /**
   * The next frame's time, in ms.
   *
   * @throws HuotiError MEDIA_UNREADABLE where the frame has none
   */
  async next(): Promise<number> {
    while (this.timesMs.length === 0 && !this.ended) {
      await new Promise<void>((resolve) => (this.waiting = resolve));
    }
    const timeMs = this.timesMs.shift();
    if (timeMs !== undefined && Number.isFinite(timeMs)) return timeMs;
    throw new HuotiError('MEDIA_UNREADABLE', 'a frame has no time; make the clip again');
  }

  /** Whoever waits waits no more. */
  close(): void {
    this.ended = true;
    this.waiting?.();
  }
}
