import type { MiniProgramWasm } from '@huoti/adapter-wechat';
import {
  miniProgramProfiles,
  type MiniProgramApi,
  type MiniProgramProfile,
} from '@huoti/adapter-wechat/miniprogram/hand-over';

// Of each platform's realm; the two others do not exist there.
declare const wx: MiniProgramApi;
declare const my: MiniProgramApi;
declare const tt: MiniProgramApi;
declare const WXWebAssembly: MiniProgramWasm | undefined;
// Documented for Alipay's workers alone; used where a realm shows it.
declare const MYWebAssembly: MiniProgramWasm | undefined;
declare const TTWebAssembly: MiniProgramWasm | undefined;

/** The platform this was built for. */
export interface Platform {
  readonly api: MiniProgramApi;
  readonly profile: MiniProgramProfile;
  /** `null` where its realm has none. */
  readonly wasm: MiniProgramWasm | null;
}

/** What the engine needs of it, read when asked. */
export function readPlatform(): Platform {
  if (process.env.TARO_ENV === 'alipay') {
    return {
      api: my,
      profile: miniProgramProfiles.alipay,
      wasm: typeof MYWebAssembly === 'undefined' ? null : MYWebAssembly,
    };
  }
  if (process.env.TARO_ENV === 'tt') {
    return {
      api: tt,
      profile: miniProgramProfiles.douyin,
      wasm: typeof TTWebAssembly === 'undefined' ? null : TTWebAssembly,
    };
  }
  return {
    api: wx,
    profile: miniProgramProfiles.wechat,
    wasm: typeof WXWebAssembly === 'undefined' ? null : WXWebAssembly,
  };
}
