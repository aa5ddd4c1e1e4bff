import { compareTemplates, type FaceTemplate, type TemplateComparison } from '@huoti/embedder';
import { HuotiError } from '@huoti/protocol';

/**
 * Compares two templates of this server's own making. Where that can't be done, the server is at fault and not a person: an
 * embedder without a calibration, a reference that was damaged in its store.
 *
 * @throws HuotiError HOST_ERROR
 */
export function compareOwnTemplates(a: FaceTemplate, b: FaceTemplate): TemplateComparison {
  try {
    return compareTemplates(a, b);
  } catch (error) {
    throw new HuotiError('HOST_ERROR', `templates of ${a.model} can't be compared: see the cause`, {
      cause: error,
    });
  }
}
