import type { Deployment } from '@huoti/privacy';
import type { ConsentSettings } from '@huoti/ui';

/** What a person is asked before anything happens, and how the mini-program reaches whoever else has a say. */
export interface ConsentProps extends ConsentSettings {
  /**
   * Your own way to the guardian of somebody under 18: resolves to the receipt of the guardian's consent, which your backend recorded with
   * `POST /v1/guardian-consents`, or to `null`. Left out, the receipt's code is asked for.
   */
  readonly guardian?: (() => Promise<string | null>) | undefined;
  /** Fetches the deployment as it is now, once the server has said that another version of the policy is in force. */
  readonly renew?: (() => Promise<Deployment>) | undefined;
}
