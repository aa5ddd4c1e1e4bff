/** What is known of the right to use the camera, before it is asked for. */
export interface CameraAccess {
  /**
   * `not-asked`: the person will be asked. `refused`: only the settings can change it, see `openCameraSettings`. `unknown`: the platform
   * does not say.
   */
  readonly permission: 'granted' | 'refused' | 'not-asked' | 'unknown';
  /** Whether the privacy notice still has to be agreed to; `unknown` where the platform has none, or does not say. */
  readonly privacy: 'agreed' | 'needed' | 'unknown';
}
