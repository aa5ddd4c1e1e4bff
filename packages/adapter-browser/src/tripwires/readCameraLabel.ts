import type { TripwireReading } from '@huoti/core';

const NAME = 'camera-label';

/**
 * Names that programs which feed a picture in give to their camera, in their own documentation (collected 2026-11-26). Phones
 * used as a webcam (DroidCam, Iriun, Camo) are among them: their apps can send a file as well.
 */
const KNOWN = new RegExp(
  [
    'virtual',
    '\\bv4l2',
    '\\bdummy video',
    '\\bloopback',
    '\\bobs\\b',
    'obs-?camera',
    'many ?cam',
    'x?split ?v?cam',
    'snap camera',
    'cam ?twist',
    'vcam\\b',
    'e2esoft',
    'sparkocam',
    'altercam',
    'webcammax',
    'youcam',
    'fake ?webcam',
    'fake_?device',
    'droidcam',
    'iriun',
    'ivcam',
    'epoccam',
    'reincubate',
    '\\bcamo\\b',
    'mmhmm',
    'unity video capture',
    'ndi (video|webcam)',
    'vtube',
    'prism live',
    'screen capturer',
    '虚拟',
    // Chromium's own switch for tests gives its file's path as the name.
    '\\.(y4m|mjpeg)$',
  ].join('|'),
  'i',
);

/** What {@link readCameraLabel} takes. */
export interface CameraLabelOptions {
  readonly track: Pick<MediaStreamTrack, 'label'>;
}

/**
 * Looks whether the camera has the name of a program.
 *
 * Sees: a virtual camera whose maker did not hide it, and a track without a name: a camera has one as soon as it is allowed.
 * Defeated by: renaming, which the free tools offer in their settings or their source.
 * False alarms: people who use such a program every day, for their background or for their phone as a webcam.
 * Reads: the track's label. It stays in the page: only the word leaves.
 */
export function readCameraLabel({ track: { label } }: CameraLabelOptions): TripwireReading {
  if (label === '') return { name: NAME, tripped: true, detail: 'no-label' };
  const known = KNOWN.test(label);
  return { name: NAME, tripped: known, detail: known ? 'known-program' : 'unknown-name' };
}
