import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { HuotiLivenessElement } from './element/HuotiLivenessElement.js';
import type { HuotiLivenessEventMap } from './element/HuotiLivenessEventMap.js';
import type { HuotiLivenessSettings } from './HuotiLivenessSettings.js';

/**
 * What `<huoti-liveness>` takes in JSX. React 19 sets properties and listens by itself (`onhuoti-result={…}`); with
 * React 18 take a `ref`, set the properties and call `addEventListener` there.
 */
export type HuotiLivenessProps = DetailedHTMLProps<
  HTMLAttributes<HuotiLivenessElement>,
  HuotiLivenessElement
> &
  Partial<HuotiLivenessSettings> & {
    [Name in keyof HuotiLivenessEventMap as `on${Name}`]?: (event: HuotiLivenessEventMap[Name]) => void;
  };

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- React's types are extended in this way only
  namespace JSX {
    interface IntrinsicElements {
      'huoti-liveness': HuotiLivenessProps;
    }
  }
}
