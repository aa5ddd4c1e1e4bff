import { copyFileSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A path that a browser plays as its camera, with clips that can be changed between two openings. */
export interface CameraFile {
  /** Folder for clips, taken away by `close`. */
  readonly folder: string;
  readonly path: string;
  /** The next opening of the camera plays this clip, from its start. */
  show(clip: string): void;
  close(): void;
}

/**
 * One camera path for many clips: a clip is renamed over it, so that no opening ever reads half of one. It has to be shown
 * a clip before a browser is started with it.
 *
 * @param extension of what it plays; the browser goes by it
 */
export function createCameraFile(extension: 'mjpeg' | 'y4m'): CameraFile {
  const folder = mkdtempSync(join(tmpdir(), 'huoti-camera-'));
  const path = join(folder, `camera.${extension}`);
  return {
    folder,
    path,
    show(clip) {
      copyFileSync(clip, `${path}.next`);
      renameSync(`${path}.next`, path);
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
