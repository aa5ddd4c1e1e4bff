import type { HuotiError, LivenessResult } from '@huoti/protocol';

/**
 * Says in the developer tools' console how a check ended: what an operator's page would act on. There is nothing of a face in it, and it
 * goes nowhere.
 */
export const tellDeveloper = {
  result: (result: LivenessResult): void => console.info('huoti', JSON.stringify({ result })),
  error: ({ code, retryable, message }: HuotiError): void =>
    console.info('huoti', JSON.stringify({ error: { code, retryable, message } })),
  cancel: (): void => console.info('huoti', JSON.stringify({ cancelled: true })),
};
