import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { HuotiError } from '@huoti/protocol';

/** The line that mends a missing ffmpeg. */
export const FFMPEG_FIX = 'install ffmpeg (Debian: apt-get install ffmpeg; macOS: brew install ffmpeg)';

/** The full path of a program, or `null`. */
export async function findProgram(name: string, path = process.env.PATH ?? ''): Promise<string | null> {
  for (const folder of path.split(delimiter)) {
    if (folder === '') continue;
    const candidate = join(folder, process.platform === 'win32' ? `${name}.exe` : name);
    const runs = await access(candidate, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) return candidate;
  }
  return null;
}

/** @throws HuotiError HOST_ERROR with the line that mends it */
export async function requireFfmpeg(clip: string): Promise<string> {
  const found = await findProgram('ffmpeg');
  if (found) return found;
  throw new HuotiError(
    'HOST_ERROR',
    `${clip}: reading it needs ffmpeg, which is not on the PATH; ${FFMPEG_FIX}, or give a .y4m, a .mjpeg or a folder of pictures`,
  );
}
