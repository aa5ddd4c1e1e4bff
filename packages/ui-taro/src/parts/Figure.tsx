import { View } from '@tarojs/components';
import type { Action } from '@huoti/protocol';
import type { ReactElement } from 'react';
import { actionFigures, type FigureLayer } from '../illustrations/figures.js';
import { aria } from '../view/aria.js';

const FEATURES: readonly FigureLayer[] = ['eyes', 'nose', 'smile', 'mouth'];

/** What {@link Figure} can show: a movement, the light step seen from the side, or a calm face. */
export type FigureName = Action | 'light' | 'resting';

/**
 * What to do, as a small drawing that moves. It shows a mirror's picture: the person's own left is on the left. With reduced motion it
 * stands still in the pose that is asked for.
 */
export function Figure({ name }: { readonly name: FigureName }): ReactElement {
  const layers = actionFigures[name];
  const moved = layers.filter((layer) => FEATURES.includes(layer));
  const still = layers.filter((layer) => !FEATURES.includes(layer));
  const draw = (layer: FigureLayer): ReactElement => (
    <View key={layer} className={`huoti-layer huoti-layer-${layer}`} />
  );
  return (
    <View className={`huoti-figure huoti-do-${name}`} {...aria({ hidden: true })}>
      <View className="huoti-head">
        {still.filter((layer) => layer === 'base').map(draw)}
        <View className="huoti-features">{moved.map(draw)}</View>
      </View>
      {still.filter((layer) => layer !== 'base').map(draw)}
    </View>
  );
}
