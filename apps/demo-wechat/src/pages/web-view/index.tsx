import { WebView } from '@tarojs/components';
import type { ReactNode } from 'react';

export default function Handover(): ReactNode {
  return <WebView src="" />;
}
