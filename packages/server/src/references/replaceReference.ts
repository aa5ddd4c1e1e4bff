import type { Answer } from '../answers/Answer.js';
import type { ServerContext } from '../context/ServerContext.js';
import { enrolReference, type EnrolledReference, type EnrolReferenceOptions } from './enrolReference.js';

/**
 * Puts another face in the place of an enrolled one; what was there is gone for good.
 *
 * Refused: NOT_FOUND where there is none, and as `enrolReference` does.
 *
 * @example await replaceReference(context, { clientId: 'bank', id: 'customer-17', picture, reader });
 */
export function replaceReference(
  context: ServerContext,
  options: Omit<EnrolReferenceOptions, 'ifThere' | 'ifNew'>,
): Promise<Answer<{ reference: EnrolledReference }>> {
  return enrolReference(context, { ...options, ifThere: 'replace', ifNew: 'refuse' });
}
