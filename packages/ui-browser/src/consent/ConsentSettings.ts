import type { Deployment } from '@huoti/privacy';
import type { ConsentSettings as AskedSettings } from '@huoti/ui';

/** What `<huoti-liveness>` asks a person before anything happens. */
export interface ConsentSettings extends AskedSettings {
  /**
   * Takes a minor to their guardian, in whatever way you have, and comes back with the id of the receipt that your backend got for
   * `POST /v1/guardian-consents`; `null` where the guardian did not consent.
   *
   * @default a field for the code that you hand out: that id
   */
  readonly guardian?: () => Promise<string | null>;
  /**
   * Fetches the deployment as it is now. Called only after the server has said that the notice is another one by now.
   *
   * @default `deployment`, whose next version may have come into force while the page was open
   */
  readonly renew?: () => Promise<Deployment>;
}
