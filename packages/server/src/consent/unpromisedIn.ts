import type { PolicyTerms } from '@huoti/privacy';
import type { SessionPolicy } from '@huoti/protocol';

/**
 * What a session of that policy does and the terms do not promise to people: their notice would not be true of it.
 *
 * @returns half a sentence, of which the version of the terms is the subject; `null` where the terms have it all
 * @example unpromisedIn({ levels: ['none'], platforms: [] }, { evidenceLevel: 'frames' }) // 'has no sessions of the level "frames"'
 */
export function unpromisedIn(
  { levels, platforms = [] }: Pick<PolicyTerms, 'levels' | 'platforms'>,
  { evidenceLevel, platform }: Pick<SessionPolicy, 'evidenceLevel' | 'platform'>,
): string | null {
  if (!levels.includes(evidenceLevel)) return `has no sessions of the level "${evidenceLevel}"`;
  // Whom it verifies is told to the platform: name, number and account.
  if (platform !== undefined && !platforms.includes(platform))
    return `does not name the platform "${platform}"`;
  return null;
}
