import type { Deployment } from '@huoti/privacy';
import type { ConsentProps } from '@huoti/ui-taro';
import type { DemoSettings } from '../settings/DemoSettings.js';
import { deployment } from './deployment.js';

/**
 * Without a server nobody can look up the receipt of a guardian's consent, and any code would do: then nobody under 18 is let in, and the
 * notice says so. No platform does the check then, either.
 */
const withoutServer = (given: Deployment): Deployment => ({
  ...given,
  versions: given.versions.map((version) => ({
    ...version,
    terms: { ...version.terms, ages: { teens: 'refuse', children: 'refuse' }, platforms: [] },
  })),
});

/**
 * What a person is asked before a check in the mini-program or on WeChat's page. `web-view` asks nothing here: the H5 page asks.
 *
 * Where your mini-program knows how old the person is, or has a way of its own to the guardian, give `ageBand` or `guardian` here.
 */
export const consentFor = ({
  backendUrl,
}: Pick<DemoSettings, 'backendUrl'>): Pick<ConsentProps, 'deployment' | 'level'> => ({
  deployment: backendUrl === '' ? withoutServer(deployment) : deployment,
  level: 'none',
});
