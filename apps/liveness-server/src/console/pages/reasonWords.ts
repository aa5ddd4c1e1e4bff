import { REFUSAL_REASONS } from '@huoti/protocol';
import type { Language } from '../language/Language.js';
import { say } from '../language/say.js';

const DROPS = ['issued', 'begun', 'completed', 'expired', 'decided'] as const;

/** A refusal reason or a counted drop-off in words; what is not known stands as it is. */
export function reasonWords(language: Language, outcome: string): string {
  const reason = REFUSAL_REASONS.find((one) => one === outcome);
  if (reason !== undefined) return say(language, `reason.${reason}`);
  const drop = DROPS.find((state) => outcome === `dropped:${state}`);
  return drop === undefined ? outcome : say(language, `dropped.${drop}`);
}
