import { versionInForce, type PolicyTerms } from '@huoti/privacy';
import type { ServerSettings } from './ServerSettings.js';

/** What the operator promises people at a moment. */
export function termsInForce({ privacy }: Pick<ServerSettings, 'privacy'>, atMs: number): PolicyTerms {
  return versionInForce(privacy, atMs).terms;
}
