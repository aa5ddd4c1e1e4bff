import type { HTMLAttributes } from 'vue';
import type { HuotiLivenessEventMap } from './element/HuotiLivenessEventMap.js';
import type { HuotiLivenessSettings } from './HuotiLivenessSettings.js';

type Camel<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Capitalize<Head>}${Camel<Tail>}`
  : Capitalize<Name>;

/**
 * What `<huoti-liveness>` takes in a Vue template: `.manifest="…"` for properties, `@huoti-result="…"` for events. Tell the
 * compiler that the tag is an element: `isCustomElement: (tag) => tag === 'huoti-liveness'`.
 */
export type HuotiLivenessVueProps = HTMLAttributes &
  Partial<HuotiLivenessSettings> & {
    [Name in keyof HuotiLivenessEventMap as `on${Camel<Name>}`]?: (
      event: HuotiLivenessEventMap[Name],
    ) => void;
  };

declare module 'vue' {
  interface GlobalComponents {
    'huoti-liveness': new () => { $props: HuotiLivenessVueProps };
  }
}
