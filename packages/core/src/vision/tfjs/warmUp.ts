import { HuotiError } from '@huoti/protocol';
import type { FrameGrid } from '../../frame/FrameGrid.js';
import type { FaceMesh } from './FaceMesh.js';

/** Side of the picture that warms up, in px. */
const SIDE_PX = 256;

/** Runs both models once on a grey ramp, so that kernels are compiled and memory is there before the first real frame. */
export async function warmUp(mesh: FaceMesh): Promise<void> {
  const data = new Uint8ClampedArray(SIDE_PX * SIDE_PX * 4);
  for (let at = 0; at < data.length; at++) data[at] = (at >> 4) & 127;
  const grid: FrameGrid = {
    data,
    widthPx: SIDE_PX,
    heightPx: SIDE_PX,
    origin: 0,
    stepX: 4,
    stepY: SIDE_PX * 4,
  };
  const roi = { centreXPx: SIDE_PX / 2, centreYPx: SIDE_PX / 2, sidePx: SIDE_PX * 0.9, rotationRadians: 0 };
  await mesh.detectFaces(grid);
  const { presence } = await mesh.readLandmarks(grid, roi);
  if (!Number.isFinite(presence)) {
    throw new HuotiError('BACKEND_UNAVAILABLE', 'the models give no numbers on this backend');
  }
}
