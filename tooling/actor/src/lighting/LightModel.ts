import type { Picture } from '../pixels/Picture.js';
import type { LitScene } from './LitScene.js';
import type { ScreenNow } from './ScreenNow.js';

/** Lights pictures by the screen and takes them with a camera, in place. Times never go back. */
export interface LightModel {
  readonly name: 'point' | 'area';
  /** @param picture as it looks under the room's light alone; becomes what the camera gives */
  light(picture: Picture, scene: LitScene, atMs: number, screen: ScreenNow): void;
}
