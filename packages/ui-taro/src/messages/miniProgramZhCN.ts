import { zhCN } from '@huoti/ui';
import type { MiniProgramCatalogue } from './MiniProgramCatalogue.js';

/** Simplified Chinese: what a browser's page says of itself is said here of a mini-program. */
export const miniProgramZhCN: MiniProgramCatalogue = {
  ...zhCN,
  messages: {
    ...zhCN.messages,
    'error.CAMERA_PERMISSION_DENIED.body': '请在小程序设置中允许使用摄像头，然后再试一次。',
    'error.CAMERA_NOT_FOUND.body': '请在有摄像头的设备上打开本小程序。',
    'error.CAMERA_IN_USE.body': '请关闭其他正在使用摄像头的应用，然后再试一次。',
    'error.CAMERA_UNSUPPORTED.title': '无法使用摄像头',
    'error.CAMERA_UNSUPPORTED.body': '请将应用更新到最新版本，也可以使用其他方式。',
    'error.INSECURE_CONTEXT.title': '连接不安全',
    'error.INSECURE_CONTEXT.body': '为了您的安全，检测没有开始。请使用其他方式。',
    'error.MODEL_INTEGRITY_MISMATCH.body': '为了您的安全，检测没有开始。请重新打开小程序，或使用其他方式。',
    'error.BACKEND_UNAVAILABLE.title': '当前设备无法运行检测',
    'error.BACKEND_UNAVAILABLE.body': '请将应用更新到最新版本，也可以使用其他方式。',
    'error.PROTOCOL_VERSION_UNSUPPORTED.body': '请重新打开小程序，也可以使用其他方式。',
    'error.BRIDGE_UNAVAILABLE.body': '请重新打开小程序，然后再试一次。',
    'error.HOST_FORBIDS.body': '当前小程序不允许进行这项检测，请使用其他方式。',
    'error.CSP_BLOCKED.title': '设置阻止了检测',
    'error.CSP_BLOCKED.body': '当前设置不允许运行检测，请使用其他方式。',
    'button.settings': '打开设置',
    'settings.granted': '已允许使用摄像头，可以再试一次。',
    'privacy.title': '使用摄像头前，需要您的同意',
    'privacy.body': '请阅读本小程序的隐私保护指引。同意后，摄像头仅用于本次检测；不同意也可以使用其他方式。',
    'privacy.read': '查看隐私保护指引',
    'privacy.agree': '同意并继续',
    'privacy.decline': '不同意',
  },
};
