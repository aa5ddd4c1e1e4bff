import { createWeChatVerifier, type PlatformHttp, type PlatformVerifier, type Time } from '@huoti/server';
import type { ServiceSettings } from '../config/ServiceSettings.js';
import { createWeChatHttp } from './createWeChatHttp.js';

/** The platform that the settings connect this service to; `null`, and nothing is ever asked of one, where they name none. */
export function openPlatform(
  { wechat: { appId, appSecret, timeoutMs } }: Pick<ServiceSettings, 'wechat'>,
  { time, http }: { time: Time; http?: PlatformHttp },
): PlatformVerifier | null {
  if (appId === null || appSecret === null) return null;
  return createWeChatVerifier({ appId, appSecret, time, http: http ?? createWeChatHttp({ timeoutMs }) });
}
