import { HuotiLiveness } from '@huoti/ui-taro';
import '@huoti/ui-taro/styles.css';
import Taro from '@tarojs/taro';
import type { ReactElement } from 'react';

export default function Live(): ReactElement {
  return (
    <HuotiLiveness
      theme="system"
      lang="zh-CN"
      evidenceLevel="none"
      createSession={() => Promise.reject(new Error('soon'))}
      onAlternative={() => void Taro.navigateBack()}
    />
  );
}
