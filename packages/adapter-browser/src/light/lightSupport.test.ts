import { describe, expect, it } from '@jest/globals';
import { FakeBrowser } from '../../test/support/fakeBrowser.js';
import { lightSupport } from './lightSupport.js';

const REDUCED = '(prefers-reduced-motion: reduce)';
const FORCED = '(forced-colors: active)';

describe('lightSupport', () => {
  it.each([
    ['a page that is seen', {}, 'available'],
    ['a device that is set to calm', { features: [REDUCED] }, 'reduced-motion'],
    ['colours that the system forces', { features: [FORCED] }, 'no-screen'],
    ['a hidden page', { hidden: true }, 'no-screen'],
    ['a surface that nobody sees', { visible: false }, 'no-screen'],
    ['a person who said no', { declined: true }, 'declined'],
    ['a person who said no on a calm device', { declined: true, features: [REDUCED] }, 'declined'],
  ] as const)('%s', (_what, setting, expected) => {
    const {
      features = [],
      hidden = false,
      visible = true,
      declined = false,
    } = setting as {
      features?: readonly string[];
      hidden?: boolean;
      visible?: boolean;
      declined?: boolean;
    };
    const browser = new FakeBrowser();
    browser.hidden = hidden;
    for (const feature of features) browser.mediaFeatures.add(feature);
    const support = lightSupport({
      declined,
      surface: { isVisible: () => visible },
      environment: browser.environment,
    });
    expect(support === 'available' ? support : support.unavailable).toBe(expected);
  });

  it('is asked anew each time: a setting that is changed counts', () => {
    const browser = new FakeBrowser();
    const { environment } = browser;
    expect(lightSupport({ environment })).toBe('available');
    browser.mediaFeatures.add(REDUCED);
    expect(lightSupport({ environment })).toEqual({ unavailable: 'reduced-motion' });
  });
});
