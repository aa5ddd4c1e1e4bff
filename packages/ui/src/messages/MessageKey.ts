import type { Action, Assurance, ErrorCode, GateCode, RefusalReason, SessionPolicy } from '@huoti/protocol';
import type { ActionHint } from '@huoti/core';
import type { HintLevel } from '../hint/HintLevel.js';
import type { LightHint } from '../hint/LightHint.js';

/**
 * Every text that a person can see or hear. The unions come from the codes themselves: a new refusal, error, gate,
 * action or hint does not compile until each catalogue has words for it.
 */
export type MessageKey =
  | 'intro.title'
  | 'intro.body'
  | 'intro.tip.light'
  | 'intro.tip.face'
  | 'intro.tip.phone'
  | `intro.privacy.${SessionPolicy['evidenceLevel']}`
  | 'intro.cancelled'
  | `intro.flash.${'optional' | 'required' | 'decline' | 'declined'}`
  | `button.${'start' | 'cancel' | 'retry' | 'alternative'}`
  | 'loading.title'
  | 'loading.slow'
  | 'loading.share'
  | 'permission.title'
  | 'permission.hint'
  | 'finding.title'
  | 'calibrating.title'
  | 'neutral.title'
  | 'neutral.done'
  | 'light.title'
  | `light.moved.${'title' | 'body'}`
  | 'closing.title'
  | 'sending.title'
  | 'deciding.title'
  | 'step'
  | 'countdown'
  | `action.${Action}`
  | `hint.no-face.${HintLevel}`
  | `hint.gate.${GateCode}.${HintLevel}`
  | `hint.action.${Exclude<ActionHint, 'none'>}`
  | `hint.stuck.${Action}.${Exclude<HintLevel, 0>}`
  | 'hint.again'
  | `hint.light.${LightHint}`
  | 'result.completed.title'
  | `result.completed.${Assurance | 'sent' | 'pending'}`
  | `result.unconfirmed.${'title' | 'body'}`
  | 'result.wait'
  | `refusal.${RefusalReason}.${'title' | 'body'}`
  | `error.${ErrorCode}.${'title' | 'body'}`;
