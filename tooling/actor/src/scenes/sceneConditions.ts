import { PHONE_CAMERA, type Camera } from '../render/Camera.js';
import { DAYLIGHT, type Lighting } from '../render/Lighting.js';
import type { SceneName } from './SceneName.js';

/** Light and camera of a scene. */
export function sceneConditions(
  scene: SceneName,
  lighting: Lighting = DAYLIGHT,
  camera: Camera = PHONE_CAMERA,
): { lighting: Lighting; camera: Camera } {
  switch (scene) {
    case 'covered-lens':
      // A finger on the lens: next to no light, and the sensor's own noise.
      return { lighting, camera: { ...camera, exposure: 0.002, noise: 4 } };
    case 'dark':
      return { lighting, camera: { ...camera, exposure: 0.03, noise: 5 } };
    case 'blurred':
      return { lighting, camera: { ...camera, blurPx: 9 } };
    case 'backlit':
      // A bright window behind; the camera exposes for it.
      return {
        lighting: { ...lighting, key: [0.02, 0.02, 0.02], ambient: [0.115, 0.115, 0.119], room: 14 },
        camera: { ...camera, exposure: camera.exposure * 0.55 },
      };
    default:
      return { lighting, camera };
  }
}
