import type { Readable } from 'node:stream';

/** Lines kept, at most: a broken clip complains about every frame. */
const MOST_COMPLAINTS = 20;
const LONGEST_COMPLAINT = 160;

/** What ffmpeg says on standard error with `-loglevel level+info`. */
export class FfmpegLog {
  private rest = '';
  private readonly complaints: string[] = [];
  private lengthMs: number | null = null;

  constructor(stream: Readable) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      const lines = (this.rest + text).split(/[\r\n]/);
      this.rest = lines.pop() ?? '';
      for (const line of lines) this.read(line);
    });
  }

  private read(line: string): void {
    const duration = /Duration: (\d+):(\d+):(\d+(?:\.\d+)?)/.exec(line);
    if (duration && this.lengthMs === null) {
      this.lengthMs =
        1000 * (Number(duration[1]) * 3600 + Number(duration[2]) * 60 + Number(duration[3] ?? 0));
    }
    const complaint = /\[(?:error|fatal)\] (.+)/.exec(line)?.[1];
    if (complaint && this.complaints.length < MOST_COMPLAINTS) this.complaints.push(complaint);
  }

  /** The first thing that it could not do; `null` where it complained of nothing. */
  complaint(): string | null {
    return this.complaints[0]?.slice(0, LONGEST_COMPLAINT) ?? null;
  }

  /** The clip's length as its container says it; `null` before that line, or where the container says none. */
  durationMs(): number | null {
    return this.lengthMs === 0 ? null : this.lengthMs;
  }
}
