import { Camera } from '@tarojs/components';
import type { ReactElement } from 'react';
import { aria } from '../view/aria.js';
import type { CameraElement } from './CameraElement.js';

/** What {@link CameraView} takes. */
export interface CameraViewProps {
  readonly element: CameraElement;
  readonly frameSize: 'small' | 'medium' | 'large';
}

/** Words of the platforms for a camera that the person or the system has refused. */
const REFUSED = /auth|den(y|ied)|permission|拒绝|未授权/i;

/** The text of a `<camera>` event, whatever the platform calls it. */
function detailOf(event: { readonly detail?: unknown }): string {
  const { detail } = event;
  if (typeof detail === 'object' && detail !== null) {
    const { errMsg, errorMessage } = detail as { errMsg?: unknown; errorMessage?: unknown };
    const said = errMsg ?? errorMessage;
    if (typeof said === 'string') return said;
  }
  return typeof detail === 'string' ? detail : '';
}

/** The native camera: one a page, in the page only while a session wants it. WeChat and Douyin say `initdone`, Alipay `ready`. */
export function CameraView({ element, frameSize }: CameraViewProps): ReactElement {
  return (
    <Camera
      className="huoti-camera"
      id={element.id}
      devicePosition="front"
      flash="off"
      frameSize={frameSize}
      {...aria({ hidden: true })}
      onInitDone={() => element.ready()}
      onReady={() => element.ready()}
      onStop={(event) => element.fault({ kind: 'stopped', detail: detailOf(event) || 'stop' })}
      onError={(event) => {
        const detail = detailOf(event);
        element.fault({ kind: REFUSED.test(detail) ? 'denied' : 'broken', detail });
      }}
    />
  );
}
