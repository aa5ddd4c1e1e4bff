import type { Judgement } from '../judge/Judgement.js';
import { NOT_COMPARED } from '../judge/JudgeNotes.js';
import type { PlatformWord } from '../ports/PlatformVerifier.js';
import type { RefusalReason } from '@huoti/protocol';

/** Whether a word leaves the question open. */
export const isOpen = (word: PlatformWord): boolean => word.kind === 'pending' || word.kind === 'unavailable';

function reasonOf(word: PlatformWord): RefusalReason | null {
  switch (word.kind) {
    case 'passed':
      return null;
    case 'failed':
      return word.reason;
    // At the deadline: the person never finished, or nobody could say how it went.
    case 'pending':
      return 'CHALLENGE_TIMEOUT';
    case 'unavailable':
      return 'SIGNALS_INSUFFICIENT';
  }
}

/** The verdict by a platform's word: verified for a pass, and for nothing else. */
export function judgementOfWord(word: PlatformWord): Omit<Judgement, 'recomputeMs'> & { recomputeMs: null } {
  const reason = reasonOf(word);
  const detail = word.kind === 'unavailable' ? word.why : word.code;
  return {
    checks: [
      { name: 'platform', pass: reason === null, got: `${word.kind} (${detail})`, expected: 'passed' },
    ],
    verified: reason === null,
    assurance: 'platform',
    reason,
    gate: null,
    light: false,
    signals: {},
    comparison: NOT_COMPARED,
    models: {},
    recomputeMs: null,
  };
}
