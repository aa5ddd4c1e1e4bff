import type { FrameSourceOpenOptions } from '@huoti/core';
import { HuotiError } from '@huoti/protocol';
import type { BridgeFrameFormat, CameraOpened } from '@huoti/protocol/bridge';
import type { BridgeLink } from '../link/BridgeLink.js';

/** JPEG first: a tenth of the bytes, and every engine decodes it off the page's own thread. */
const FORMATS: readonly BridgeFrameFormat[] = ['jpeg', 'i420'];

/** Default of the protocol: enough for the detector, and small enough to come through any bridge 30 times a second. */
const IDEAL = { widthPx: 320, heightPx: 240, fps: 30 };

/** What a wish may be (protocol: `camera.open`): one outside of it is one for the nearest. */
const between = (least: number, most: number, wish: number): number =>
  Math.min(most, Math.max(least, Math.round(wish)));

/**
 * Asks the host to open its camera.
 *
 * @throws HuotiError CAMERA_UNSUPPORTED where the host offers none that this page reads; CAMERA_ codes of the host;
 * BRIDGE_TIMEOUT, BRIDGE_UNAVAILABLE, ABORTED
 */
export async function openHostCamera(
  link: Pick<BridgeLink, 'capability' | 'request'>,
  {
    facing = 'user',
    idealWidthPx = IDEAL.widthPx,
    idealHeightPx = IDEAL.heightPx,
    idealFps = IDEAL.fps,
    signal,
  }: FrameSourceOpenOptions,
): Promise<{ readonly opened: CameraOpened; readonly warnings: readonly string[] }> {
  const formats = FORMATS.filter((format) => link.capability(`frames.${format}`) > 0);
  if (link.capability('camera.host') === 0 || formats.length === 0) {
    throw new HuotiError(
      'CAMERA_UNSUPPORTED',
      'this app offers no camera that this page can read: update the app',
    );
  }
  const wish = {
    facing,
    idealWidthPx: between(16, 4096, idealWidthPx),
    idealHeightPx: between(16, 4096, idealHeightPx),
    idealFps: between(1, 60, idealFps),
    formats: [...formats],
  };
  const opened = await link.request('camera.open', wish, { signal });
  if (!formats.includes(opened.format)) {
    await link.request('camera.close', { stream: opened.stream }).catch(() => undefined);
    throw new HuotiError('PROTOCOL_MALFORMED', `the app sends ${opened.format}, which was not asked for`);
  }
  return { opened, warnings: warningsOf(opened, { facing, idealWidthPx, idealHeightPx, idealFps }) };
}

function warningsOf(
  opened: CameraOpened,
  wish: Required<Omit<FrameSourceOpenOptions, 'signal'>>,
): readonly string[] {
  const warnings: string[] = [];
  // A phone held upright swaps the two.
  const [long, short] = [
    Math.max(opened.widthPx, opened.heightPx),
    Math.min(opened.widthPx, opened.heightPx),
  ];
  const { idealWidthPx: width, idealHeightPx: height, idealFps, facing } = wish;
  if (long < Math.max(width, height) || short < Math.min(width, height))
    warnings.push(`asked for ${width}x${height} px, got ${opened.widthPx}x${opened.heightPx}`);
  if (opened.fps < idealFps * 0.9) warnings.push(`asked for ${idealFps} frames a second, got ${opened.fps}`);
  if (opened.facing !== facing) warnings.push(`asked for the ${facing} camera, got the ${opened.facing} one`);
  return warnings;
}
