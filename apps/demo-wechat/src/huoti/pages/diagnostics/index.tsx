import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { createEngine } from '../../engine/createEngine.js';
import { readPlatform } from '../../engine/platform.js';
import { createMiniProgramClock } from '@huoti/adapter-wechat/miniprogram';

export default function Diagnostics(): ReactElement {
  return (
    <View
      onClick={() => {
        const platform = readPlatform();
        createEngine({
          platform,
          clock: createMiniProgramClock(),
          fetchPackages: () => __non_webpack_require__.async('../../../huoti-weights-b/loaded.js'),
        });
      }}
    />
  );
}
