/** What stands for the platform's own verification of a face. */
export interface NativeVerificationScript {
  /** @default true */
  supported?: boolean;
  /** The user goes through it; an `errCode` other than 0 makes the call fail. */
  verify(
    verifyId: string,
  ): Promise<{ verifyResult?: string; errCode?: number }> | { verifyResult?: string; errCode?: number };
}
