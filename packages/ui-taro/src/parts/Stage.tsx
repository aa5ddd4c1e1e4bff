import { View } from '@tarojs/components';
import type { Oval } from '@huoti/ui';
import type { ReactElement } from 'react';
import { CameraView } from '../camera/CameraView.js';
import { aria } from '../view/aria.js';
import type { ViewProps } from '../view/ViewModel.js';
import { EdgeSign } from './EdgeSign.js';
import { Figure } from './Figure.js';

/** From the picture's edge to the ring's outer edge, and the ring's own width, in px; as the browser's screens have it. */
const RING_REACH_PX = 10;
const RING_WIDTH_PX = 5;

/** An ellipse around the oval, `outPx` away from it, as an element's place. */
function placeOf({ centreX, centreY, radiusX, radiusY }: Oval, outPx: number): string {
  const px = (value: number): string => `${value.toFixed(1)}px`;
  const rx = Math.max(0, radiusX + outPx);
  const ry = Math.max(0, radiusY + outPx);
  return `left: ${px(centreX - rx)}; top: ${px(centreY - ry)}; width: ${px(2 * rx)}; height: ${px(2 * ry)};`;
}

/**
 * The oval with the person in it and the ring around it. Three ellipses lie on one another: the ring, a gap in the page's colour, and
 * the picture; so nothing lies over the native camera but the sign on its edge.
 */
export function Stage({ view }: ViewProps): ReactElement {
  const { screen, oval, stage, camera } = view;
  const sending = screen.kind === 'sending';
  const waiting = screen.kind === 'loading' || screen.kind === 'permission' || sending;
  const share = waiting ? screen.progress : screen.overallProgress;
  return (
    <View
      className="huoti-stage"
      style={`width: ${String(stage.widthPx)}px; height: ${String(stage.heightPx)}px;`}
      {...aria({ hidden: true })}
    >
      <View className="huoti-ring" style={placeOf(oval, RING_REACH_PX)}>
        <View className="huoti-track" />
        <View className="huoti-bar" style={`--_share: ${(share * 100).toFixed(1)}%;`} />
      </View>
      <View className="huoti-gap" style={placeOf(oval, RING_REACH_PX - RING_WIDTH_PX)} />
      <View className="huoti-oval" style={placeOf(oval, 0)}>
        <View className="huoti-placeholder">
          <Figure name="resting" />
        </View>
        {camera === null || sending ? null : <CameraView element={camera} frameSize={view.frameSize} />}
      </View>
      <EdgeSign view={view} />
    </View>
  );
}
