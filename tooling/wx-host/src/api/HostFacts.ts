/** What the device and the app say of themselves. */
export interface HostFacts {
  platform: string;
  system: string;
  brand: string;
  model: string;
  version: string;
  SDKVersion: string;
  language: string;
  networkType: string;
  theme: 'light' | 'dark';
  /** In logical px. */
  windowWidth: number;
  windowHeight: number;
  pixelRatio: number;
  /** 0 to 1. */
  brightness: number;
}
