import { isHuotiError } from '@huoti/protocol';

/** The code that some work fails with. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'no error';
  } catch (error) {
    return isHuotiError(error) ? error.code : `not a HuotiError: ${String(error)}`;
  }
}
