import type { RandomSource } from '@huoti/core';
import { HuotiError } from '@huoti/protocol';
import type { BrowserEnvironment } from '../environment/BrowserEnvironment.js';
import { pageEnvironment } from '../environment/pageEnvironment.js';
import type { BrowserFrameSource } from '../frames/BrowserFrameSource.js';
import type { PageLifecycle } from '../lifecycle/PageLifecycle.js';
import { createCodeWord } from './createCodeWord.js';
import { createRecordingSource } from './createRecordingSource.js';

/** File systems round a file's date down, to 2 s at worst (FAT), in ms. */
const FILE_DATE_ROUNDING_MS = 2000;

/** What {@link createRecordedFileRoute} takes. */
export interface RecordedFileRouteOptions {
  random: RandomSource;
  /** When the plan was made, in ms since 1970: a file older than this is refused. */
  planIssuedAtMs: number;
  /** Whether the system camera's recordings swap left and right. @default 'unknown' */
  mirrored?: boolean | 'unknown';
  pageLifecycle?: PageLifecycle;
  /** @default the page */
  environment?: BrowserEnvironment;
}

/** One use of the system camera in place of a live one. */
export interface RecordedFileRoute {
  /** Four digits, shown with the plan before the system camera opens, to be said or shown in the recording. */
  readonly codeWord: string;
  /** For the file input: `Object.assign(input, route.inputAttributes)` does, but `capture` must be an attribute. */
  readonly inputAttributes: { readonly type: 'file'; readonly accept: 'video/*'; readonly capture: 'user' };
  /**
   * The recording as a frame source. Its route is used up then.
   *
   * @throws HuotiError MEDIA_UNREADABLE for what is not a video; INVALID_ARGUMENT (retryable) for one older than the
   * plan; SESSION_ALREADY_RUN on a second recording
   */
  accept(file: File): BrowserFrameSource;
}

/**
 * Where the live camera is out of reach: the person records themselves with the system camera through
 * `<input type="file" accept="video/*" capture="user">`. The file is judged in the page and goes nowhere. Neither the
 * date nor the code word proves anything by itself, which is why such a result is worth `recorded` and no more.
 *
 * @example
 * const route = createRecordedFileRoute({ random, planIssuedAtMs: Date.now() });
 * showToPerson(route.codeWord);
 * input.onchange = () => start(route.accept(input.files[0]));
 */
export function createRecordedFileRoute({
  random,
  planIssuedAtMs,
  mirrored = 'unknown',
  pageLifecycle,
  environment = pageEnvironment,
}: RecordedFileRouteOptions): RecordedFileRoute {
  let used = false;
  return {
    codeWord: createCodeWord(random),
    inputAttributes: { type: 'file', accept: 'video/*', capture: 'user' },
    accept(file) {
      if (used) {
        throw new HuotiError('SESSION_ALREADY_RUN', 'this code word was used: start again with a new plan');
      }
      if (file.type !== '' && !file.type.startsWith('video/')) {
        throw new HuotiError('MEDIA_UNREADABLE', 'the file is not a video: record one with the camera');
      }
      if (file.lastModified + FILE_DATE_ROUNDING_MS < planIssuedAtMs) {
        throw new HuotiError(
          'INVALID_ARGUMENT',
          'the recording is older than what was asked: record a new one now',
          { retryable: true },
        );
      }
      used = true;
      return createRecordingSource({
        file,
        mirrored,
        environment,
        ...(pageLifecycle ? { pageLifecycle } : {}),
      });
    },
  };
}
