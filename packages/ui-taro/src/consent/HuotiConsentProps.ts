import type { ConsentRequest } from '@huoti/protocol';
import type { DeclineCause } from '@huoti/ui';
import type { ConsentProps } from './ConsentProps.js';

/** What `<HuotiConsent>` takes. */
export interface HuotiConsentProps extends ConsentProps {
  /**
   * The person agreed: hand it to the page of the check. `null` where a ground in law stands in the consent's place. While what is returned is
   * pending, a page says that it is being prepared; where it rejects, the person may try that again, and is not asked again.
   */
  readonly onAgree: (consent: ConsentRequest | null) => void | Promise<unknown>;
  /** The person declined, or the policy takes nobody of that age. Nothing has happened; the page offers the other way. */
  readonly onDecline?: ((cause: DeclineCause) => void) | undefined;
  /** The person chose the other way. Required: a person must have another way. */
  readonly onAlternative: () => void;
  /** Back, on the first page. @default no way back on it */
  readonly onLeave?: (() => void) | undefined;
  /** `system` needs `"darkmode": true` in app.json. @default 'system' */
  readonly theme?: 'light' | 'dark' | 'system' | undefined;
  /** BCP 47. @default the app's language, zh-CN where it is not known */
  readonly lang?: string | undefined;
  /** Words for the other way. @default the language's own */
  readonly alternativeLabel?: string | undefined;
  /** Room at the top that a bar or the platform's capsule covers, in px: with `navigationStyle: 'custom'`. @default 0 */
  readonly topInsetPx?: number | undefined;
}
