import { spawn } from 'node:child_process';
import type { ClipFrame, ClipReader } from './ClipReader.js';
import { requireFfmpeg } from './findFfmpeg.js';
import { readY4m } from './readY4m.js';
import { unreadable } from './unreadable.js';

/** As a camera would give it: the engine needs no more, and raw frames are large. Longest side, in px. */
const LONGEST_SIDE_PX = 640;

const SCALE =
  `scale=w='if(gte(iw,ih),min(${LONGEST_SIDE_PX},iw),-2)':h='if(gte(iw,ih),-2,min(${LONGEST_SIDE_PX},ih))'` +
  ':flags=area:out_color_matrix=bt601:out_range=tv';

/**
 * Any clip that ffmpeg can decode: upright (ffmpeg follows the rotation flag by itself), at the clip's own rate.
 *
 * @throws HuotiError HOST_ERROR without ffmpeg
 */
export async function readByFfmpeg(path: string): Promise<ClipReader> {
  const program = await requireFfmpeg(path);
  const input = ['-nostdin', '-v', 'error', '-i', path, '-map', '0:v:0'];
  const child = spawn(
    program,
    [...input, '-vf', `${SCALE},format=yuv420p`, '-fps_mode', 'cfr', '-f', 'yuv4mpegpipe', '-'],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => {
    if (complaint.length < 2000) complaint += chunk.toString('utf8');
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(-1));
    // Not `close`: that waits for pipes which nobody reads to their end when a session stops early.
    child.once('exit', resolve);
  });
  let closed = false;

  async function* frames(): AsyncGenerator<ClipFrame, void, undefined> {
    let count = 0;
    try {
      for await (const frame of readY4m(child.stdout, path)) {
        count += 1;
        yield frame;
      }
    } catch (error) {
      if (closed) return;
      await ended;
      throw fault(error);
    }
    const code = await ended;
    if (!closed && code !== 0 && count === 0) throw fault(undefined);
  }

  function fault(cause: unknown): Error {
    const first = complaint.split('\n').find((line) => line.trim() !== '');
    const why = first
      ? `ffmpeg says "${first.replace(/^\[[^\]]*\]\s*/, '').slice(0, 160)}"`
      : 'ffmpeg gave no frame';
    return unreadable(path, why, 'give a clip that plays', cause);
  }

  return {
    frameCount: null,
    frames,
    close: async () => {
      closed = true;
      child.stdout.destroy();
      child.stderr.destroy();
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await ended;
    },
  };
}
