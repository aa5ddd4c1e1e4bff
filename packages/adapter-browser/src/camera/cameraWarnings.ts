import type { CameraWishes } from './cameraConstraints.js';

/** What was asked of the camera and not given, one short sentence each. A size turned by a portrait phone is given. */
export function cameraWarnings(
  { facing, idealWidthPx, idealHeightPx, idealFps }: CameraWishes,
  { width, height, frameRate, facingMode }: MediaTrackSettings,
): string[] {
  const warnings: string[] = [];
  if (facingMode !== undefined && facingMode !== facing) {
    warnings.push(`asked for the ${facing} camera, got ${facingMode}`);
  }
  if (width !== undefined && height !== undefined) {
    const tooLong = Math.max(width, height) < Math.max(idealWidthPx, idealHeightPx);
    const tooShort = Math.min(width, height) < Math.min(idealWidthPx, idealHeightPx);
    if (tooLong || tooShort) {
      warnings.push(`asked for ${idealWidthPx}x${idealHeightPx} px, got ${width}x${height}`);
    }
  }
  // Cameras give 29.97 for 30.
  if (frameRate !== undefined && Math.round(frameRate) < idealFps) {
    warnings.push(`asked for ${idealFps} frames a second, got ${Math.round(frameRate)}`);
  }
  return warnings;
}
