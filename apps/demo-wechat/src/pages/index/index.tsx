import { Button, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { ReactNode } from 'react';

export default function Index(): ReactNode {
  return (
    <View aria-label="hello" aria-role="heading">
      <Button id="go" onClick={() => void Taro.navigateTo({ url: '/huoti/pages/live/index' })}>
        开始检测
      </Button>
    </View>
  );
}
