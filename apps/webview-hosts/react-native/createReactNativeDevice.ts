import type { Haptics } from '@huoti/protocol/bridge';
import { Linking, PermissionsAndroid, Platform, Vibration } from 'react-native';
import type { HuotiCameraPermission, HuotiDevice } from './HuotiDevice';

/** How long each pattern shakes, in ms: rest and shake in turn. */
const PATTERNS: Readonly<Record<Haptics['pattern'], number[]>> = {
  tick: [0, 10],
  success: [0, 20, 80, 20],
  failure: [0, 60, 60, 60],
};

/** As Android has it. */
const CAMERA = 'android.permission.CAMERA';

const androidPermission: HuotiCameraPermission = {
  async query() {
    // Whether a person may still be asked shows only when they are.
    const isGranted = await PermissionsAndroid.check(CAMERA);
    return isGranted ? 'granted' : 'prompt';
  },
  async request() {
    const answer = await PermissionsAndroid.request(CAMERA);
    if (answer === PermissionsAndroid.RESULTS.GRANTED) return 'granted';
    return answer === PermissionsAndroid.RESULTS.NEVER_ASK_AGAIN ? 'denied' : 'prompt';
  },
};

/**
 * What React Native has by itself, and what the app adds to it. iOS shakes for half a second or not at all here, so touches are
 * offered on Android only.
 *
 * @example createReactNativeDevice({ randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)) })
 */
export function createReactNativeDevice(own: HuotiDevice): HuotiDevice {
  const isAndroid = Platform.OS === 'android';
  return {
    openSettings: () => Linking.openSettings(),
    ...(isAndroid ? { cameraPermission: androidPermission } : {}),
    ...(isAndroid ? { playHaptics: (pattern) => Vibration.vibrate(PATTERNS[pattern]) } : {}),
    ...own,
  };
}
