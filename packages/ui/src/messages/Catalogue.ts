import type { MessageKey } from './MessageKey.js';

/** All texts of one language. A missing key does not compile. */
export interface Catalogue {
  /** BCP 47, for example `zh-CN`. Set as `lang` on what is shown. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** `{name}` in a text is a placeholder; the same ones in each language (tested). */
  readonly messages: Readonly<Record<MessageKey, string>>;
}
