import { en } from '@huoti/ui';
import type { MiniProgramCatalogue } from './MiniProgramCatalogue.js';

/** English: what a browser's page says of itself is said here of a mini-program. */
export const miniProgramEn: MiniProgramCatalogue = {
  ...en,
  messages: {
    ...en.messages,
    'error.CAMERA_PERMISSION_DENIED.body':
      'Allow the camera in the settings of this mini-program, then try again.',
    'error.CAMERA_NOT_FOUND.body': 'Open this mini-program on a device that has a camera.',
    'error.CAMERA_IN_USE.body': 'Close other apps that use the camera, then try again.',
    'error.CAMERA_UNSUPPORTED.title': 'The camera can’t be used',
    'error.CAMERA_UNSUPPORTED.body': 'Update the app to its latest version, or use another way.',
    'error.INSECURE_CONTEXT.title': 'The connection isn’t secure',
    'error.INSECURE_CONTEXT.body': 'For your safety nothing has been started. Use another way.',
    'error.MODEL_INTEGRITY_MISMATCH.body':
      'For your safety nothing has been started. Open the mini-program anew, or use another way.',
    'error.BACKEND_UNAVAILABLE.title': 'This device can’t run the check',
    'error.BACKEND_UNAVAILABLE.body': 'Update the app to its latest version, or use another way.',
    'error.PROTOCOL_VERSION_UNSUPPORTED.body': 'Open the mini-program anew, or use another way.',
    'error.BRIDGE_UNAVAILABLE.body': 'Open the mini-program anew, then try again.',
    'error.HOST_FORBIDS.body': 'This mini-program may not run this check. Use another way.',
    'error.CSP_BLOCKED.title': 'A setting blocks the check',
    'error.CSP_BLOCKED.body': 'The settings here don’t let it run. Use another way.',
    'button.settings': 'Open settings',
    'settings.granted': 'The camera is allowed now. You can try again.',
    'privacy.title': 'We need your agreement before using the camera',
    'privacy.body':
      'Please read this mini-program’s privacy guide. If you agree, the camera is used for this check only. If you don’t, you can use another way.',
    'privacy.read': 'Read the privacy guide',
    'privacy.agree': 'Agree and go on',
    'privacy.decline': 'I don’t agree',
  },
};
