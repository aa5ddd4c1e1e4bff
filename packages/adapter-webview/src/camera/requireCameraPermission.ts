import type { AbortSignalLike } from '@huoti/core';
import { HuotiError } from '@huoti/protocol';
import type { BridgeLink } from '../link/BridgeLink.js';

/**
 * Has the app ask for its own camera permission, where it offers to: a page that opens a camera without it is only told "no".
 *
 * @throws HuotiError CAMERA_PERMISSION_DENIED (retryable where the person may be asked again), BRIDGE_TIMEOUT, ABORTED
 */
export async function requireCameraPermission(
  link: Pick<BridgeLink, 'capability' | 'request'>,
  signal?: AbortSignalLike,
): Promise<void> {
  if (link.capability('permission.query') === 0) return;
  const camera = { permission: 'camera' } as const;
  let { state } = await link.request('permission.query', camera, { signal });
  if (state === 'prompt') ({ state } = await link.request('permission.request', camera, { signal }));
  if (state === 'granted') return;
  const mayAskAgain = state === 'prompt';
  throw new HuotiError(
    'CAMERA_PERMISSION_DENIED',
    mayAskAgain
      ? 'the camera was not allowed: try again and allow it'
      : "the camera is not allowed to this app: allow it in the system's settings, then try again",
    { retryable: mayAskAgain },
  );
}
