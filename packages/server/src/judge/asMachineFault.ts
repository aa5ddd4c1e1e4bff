import { HuotiError, isHuotiError } from '@huoti/protocol';

/**
 * Runs a model. Whatever it throws is the machine's fault, unless the model says that it was given what it can't take:
 * only that is the evidence's.
 *
 * @throws HuotiError as the model threw it; BACKEND_UNAVAILABLE for what is none
 */
export async function asMachineFault<T>(model: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (isHuotiError(error)) throw error;
    throw new HuotiError('BACKEND_UNAVAILABLE', `the ${model} does not run: see the cause`, {
      cause: error,
      retryable: true,
    });
  }
}
