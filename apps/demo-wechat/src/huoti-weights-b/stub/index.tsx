import { View } from '@tarojs/components';
import type { ReactElement } from 'react';

/** A package of files needs a page; nobody opens this one. */
export default function Stub(): ReactElement {
  return <View />;
}
