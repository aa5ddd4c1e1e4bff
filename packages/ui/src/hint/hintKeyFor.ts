import type { MessageKey } from '../messages/MessageKey.js';
import type { HintCause } from './HintCause.js';
import type { HintLevel } from './HintLevel.js';

/** The text for a cause at a level; `null` where there is nothing to say yet. */
export function hintKeyFor(cause: HintCause, level: HintLevel): MessageKey | null {
  switch (cause.kind) {
    case 'no-face':
      return `hint.no-face.${level}`;
    case 'gate':
      return `hint.gate.${cause.gate}.${level}`;
    case 'action':
      if (level !== 0) return `hint.stuck.${cause.action}.${level}`;
      return cause.hint === 'none' ? null : `hint.action.${cause.hint}`;
    case 'again':
      return 'hint.again';
    case 'light':
      return `hint.light.${cause.hint}`;
    case 'slow-loading':
      return 'loading.slow';
    case 'permission':
      return 'permission.hint';
  }
}
