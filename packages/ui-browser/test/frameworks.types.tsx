// Compiled by `typecheck`, never run: that React and Vue users get types, and that a wrong use is an error.
import type { ConsentRequest, LivenessResult } from '@huoti/protocol';
import { DEFAULT_DEPLOYMENT } from '@huoti/privacy';
import type { GlobalComponents } from 'vue';
import '../src/index.js';
import '../src/react.js';
import '../src/vue.js';

export const right = (
  <huoti-liveness
    assetsBaseUrl="/huoti/"
    theme="dark"
    alternative={() => undefined}
    consent={{ deployment: DEFAULT_DEPLOYMENT, level: 'none', guardian: () => Promise.resolve(null) }}
    onhuoti-consent={({ detail }) => detail satisfies ConsentRequest}
    onhuoti-result={({ detail }) => detail satisfies LivenessResult}
  />
);
// @ts-expect-error there is no such theme
export const wrongTheme = <huoti-liveness theme="pink" />;
// @ts-expect-error a consent is to a level
export const wrongConsent = <huoti-liveness consent={{ deployment: DEFAULT_DEPLOYMENT }} />;
// @ts-expect-error the detail of an error is not a result
export const wrongDetail = <huoti-liveness onhuoti-error={({ detail }) => detail satisfies LivenessResult} />;

type VueProps = InstanceType<GlobalComponents['huoti-liveness']>['$props'];
export const vueRight: VueProps = {
  assetsBaseUrl: '/huoti/',
  consent: { deployment: DEFAULT_DEPLOYMENT, level: 'frames', ageBand: 'adult' },
  onHuotiConsent: ({ detail }) => detail satisfies ConsentRequest,
  onHuotiResult: ({ detail }) => detail satisfies LivenessResult,
};
// @ts-expect-error there is no such setting
export const vueWrong: VueProps = { assetBase: '/huoti/' };

export function listening(element: HTMLElementTagNameMap['huoti-liveness']): void {
  element.addEventListener('huoti-result', ({ detail }) => detail.status);
  // @ts-expect-error a result has no such field
  element.addEventListener('huoti-result', ({ detail }) => detail.verdict);
}
