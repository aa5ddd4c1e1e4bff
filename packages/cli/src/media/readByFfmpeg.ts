import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { ClipFrame, ClipReader } from './ClipReader.js';
import { FfmpegLog } from './FfmpegLog.js';
import { requireFfmpeg } from './findFfmpeg.js';
import { FrameTimes } from './FrameTimes.js';
import { readY4m } from './readY4m.js';
import { unreadable } from './unreadable.js';

/** As a camera would give it: the engine needs no more, and raw frames are large. Longest side, in px. */
const LONGEST_SIDE_PX = 640;

/** The longer side at most that, the other in proportion and even, no side under 2. */
const SCALE =
  `scale=w='max(2,if(gte(iw,ih),min(${LONGEST_SIDE_PX},trunc(iw/2)*2),trunc(iw*min(1,${LONGEST_SIDE_PX}/ih)/2+0.5)*2))'` +
  `:h='max(2,if(gte(iw,ih),trunc(ih*min(1,${LONGEST_SIDE_PX}/iw)/2+0.5)*2,min(${LONGEST_SIDE_PX},trunc(ih/2)*2)))'` +
  ':flags=area:out_color_matrix=bt601:out_range=tv,format=yuv420p';

/** Says every frame's time on the fourth stream: y4m itself holds none, and phones and browsers record at no fixed rate. */
const PRINT_TIMES = `metadata=mode=add:key=huoti:value=1,metadata=mode=print:file='pipe\\:3':direct=1`;

/**
 * Any clip that ffmpeg can decode: upright (ffmpeg follows the rotation flag by itself), every frame at its own time.
 *
 * @throws HuotiError HOST_ERROR without ffmpeg
 */
export async function readByFfmpeg(path: string): Promise<ClipReader> {
  const program = await requireFfmpeg(path);
  const child = spawn(
    program,
    [
      ...['-nostdin', '-hide_banner', '-nostats', '-loglevel', 'level+info', '-xerror'],
      // A path that looks like a protocol or an option stays a path.
      ...['-i', `file:${path}`, '-map', '0:v:0', '-vf', `${SCALE},${PRINT_TIMES}`],
      ...['-fps_mode', 'passthrough', '-f', 'yuv4mpegpipe', '-'],
    ],
    { stdio: ['ignore', 'pipe', 'pipe', 'pipe'] },
  );
  const log = new FfmpegLog(child.stderr as Readable);
  const times = new FrameTimes(child.stdio[3] as Readable);
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(-1));
    // Not `close`: that waits for pipes which nobody reads to their end when a session stops early.
    child.once('exit', resolve);
  });
  let closed = false;
  let lastMs = 0;

  const fault = (cause: unknown): Error => {
    const said = log.complaint();
    const why = said === null ? 'ffmpeg gave no frame' : `ffmpeg says "${said}"`;
    return unreadable(path, why, 'give a clip that plays to its end', cause);
  };

  async function* frames(): AsyncGenerator<ClipFrame, void, undefined> {
    let firstMs: number | null = null;
    try {
      for await (const frame of readY4m(child.stdout as Readable, path, { hasRate: false })) {
        const atMs = await times.next();
        firstMs = firstMs ?? atMs;
        lastMs = Math.max(lastMs, atMs - firstMs);
        yield { ...frame, timestampMs: lastMs };
      }
    } catch (error) {
      if (closed) return;
      await ended;
      throw fault(error);
    }
    const code = await ended;
    if (!closed && code !== 0) throw fault(undefined);
  }

  return {
    share: () => {
      const totalMs = log.durationMs();
      return totalMs === null ? null : Math.min(1, lastMs / totalMs);
    },
    frames,
    close: async () => {
      closed = true;
      times.close();
      for (const stream of child.stdio) stream?.destroy();
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await ended;
    },
  };
}
