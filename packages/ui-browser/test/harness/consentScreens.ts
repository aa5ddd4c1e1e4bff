import type { ConsentScript } from './consentFor.js';

/** A page of the consent: what is asked, and what is pressed until it is there. */
export interface ConsentScreen {
  readonly consent: ConsentScript;
  /** Selectors within the element, pressed one after another. */
  readonly press: readonly string[];
}

const adult = '[data-band="adult"]';
const teen = '[data-band="teen"]';
const child = '[data-band="child"]';
const go = '[part~="guardian-button"]';
const agree = '[part~="agree-button"]';
const refuse = '[part~="refuse-button"]';
const fold = '[part~="fold-button"]';
const large = '[part~="large-text-switch"]';

/** Every page that a person can come to before a check, by name. */
export const consentScreens: Readonly<Record<string, ConsentScreen>> = {
  age: { consent: {}, press: [] },
  'age-large': { consent: {}, press: [large] },
  'guardian-code': { consent: {}, press: [teen] },
  'guardian-code-wrong': { consent: {}, press: [teen, go] },
  'guardian-flow': {
    consent: { guardian: 'agrees', ages: { teens: 'with-guardian', children: 'with-guardian' } },
    press: [child],
  },
  'guardian-waiting': { consent: { guardian: 'never comes back' }, press: [teen, go] },
  'guardian-refused': { consent: { guardian: 'refuses' }, press: [teen, go] },
  'guardian-large': { consent: {}, press: [large, teen] },
  notice: { consent: {}, press: [adult] },
  'notice-none': { consent: { level: 'none', comparison: false, ageBand: 'adult' }, press: [] },
  'notice-missing': { consent: {}, press: [adult, '#choice-liveness', agree] },
  'notice-ticked': {
    consent: {},
    press: [adult, '#choice-liveness', '#choice-frames', '#choice-comparison'],
  },
  'notice-unfolded': { consent: { level: 'trace', comparison: false, ageBand: 'adult' }, press: [fold] },
  'notice-large': { consent: {}, press: [adult, large] },
  'notice-law': { consent: { legalGround: 'criminal-procedure' }, press: [] },
  declined: { consent: {}, press: [adult, refuse] },
  'declined-large': { consent: {}, press: [adult, large, refuse] },
  'too-young': { consent: {}, press: [child] },
};
