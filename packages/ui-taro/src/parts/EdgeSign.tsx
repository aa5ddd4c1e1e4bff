import { View } from '@tarojs/components';
import type { Action } from '@huoti/protocol';
import type { ReactElement } from 'react';
import { aria } from '../view/aria.js';
import type { ViewProps } from '../view/ViewModel.js';
import { Icon } from './Icon.js';

/** Where the arrow on the oval's edge points; the platform shows its front camera as a mirror. */
const ARROWS: Readonly<Partial<Record<Action, 'left' | 'right' | 'down'>>> = {
  'turn-left': 'left',
  'turn-right': 'right',
  nod: 'down',
};

/** On the oval's edge: which way, or that the step is done. */
export function EdgeSign({ view }: ViewProps): ReactElement | null {
  const { screen, oval } = view;
  const done = screen.kind === 'neutral' && screen.oval === 'done';
  const side = done ? 'down' : screen.action === null ? undefined : ARROWS[screen.action];
  if (side === undefined) return null;
  const centre = {
    left: [oval.centreX - oval.radiusX, oval.centreY],
    right: [oval.centreX + oval.radiusX, oval.centreY],
    down: [oval.centreX, oval.centreY + oval.radiusY],
  } as const;
  const [x, y] = centre[side];
  return (
    <View
      className={`huoti-sign ${done ? 'huoti-sign-done' : `huoti-sign-${side}`}`}
      style={`left: ${x.toFixed(1)}px; top: ${y.toFixed(1)}px;`}
      {...aria({ hidden: true })}
    >
      <Icon name={done ? 'check' : `arrow-${side}`} />
    </View>
  );
}
