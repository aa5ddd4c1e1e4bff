import { isHuotiError } from '@huoti/protocol';

/** `ok`, or the code that it was rejected with. */
export async function outcomeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'ok';
  } catch (error) {
    return isHuotiError(error) ? error.code : `not a HuotiError: ${String(error)}`;
  }
}
