import type { FastifyRequest } from 'fastify';
import { sameText } from '../signIn/sameText.js';
import type { Visitor } from '../signIn/Visitor.js';
import { formOf } from './formOf.js';
import { isOwnPost } from './isOwnPost.js';

/** Whether a form was posted from a page that this visitor was given: by the browser's word and by the page's token. */
export function formHolds(request: FastifyRequest, visitor: Visitor): boolean {
  return isOwnPost(request) && sameText(formOf(request).get('token') ?? '', visitor.formToken);
}
