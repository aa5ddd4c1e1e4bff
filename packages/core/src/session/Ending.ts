import type { ErrorCode, GateCode, RefusalReason } from '@huoti/protocol';

/** How a session ends: the person did it, the person is refused, or the machine is at fault. */
export type Ending =
  | { readonly kind: 'completed' }
  | {
      readonly kind: 'refused';
      readonly reason: RefusalReason;
      readonly gate?: GateCode;
      /** Got and expected, one line. */
      readonly detail: string;
    }
  | {
      readonly kind: 'fault';
      readonly code: ErrorCode;
      readonly message: string;
      readonly retryable: boolean;
    };

/** A refusal without a gate. */
export const refused = (reason: RefusalReason, detail: string): Ending => ({
  kind: 'refused',
  reason,
  detail,
});

/** A refusal for quality, naming the gate. */
export const refusedByGate = (gate: GateCode, detail: string): Ending => ({
  kind: 'refused',
  reason: 'QUALITY_TOO_LOW',
  gate,
  detail,
});
