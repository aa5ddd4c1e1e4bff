import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import type { IconName } from '../illustrations/icons.js';
import { aria } from '../view/aria.js';

/** A line icon in the text's colour: a mask over it, since a mini-program has no SVG elements. */
export function Icon({ name }: { readonly name: IconName }): ReactElement {
  return <View className={`huoti-icon huoti-icon-${name}`} {...aria({ hidden: true })} />;
}
