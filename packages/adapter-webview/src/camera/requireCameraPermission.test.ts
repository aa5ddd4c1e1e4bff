import { describe, expect, it } from '@jest/globals';
import type { BridgeLink } from '../link/BridgeLink.js';
import { requireCameraPermission } from './requireCameraPermission.js';

const linkThat = (answers: readonly string[], offered = 1) => {
  const asked: string[] = [];
  const link = {
    capability: () => offered,
    request: async (name: string) => {
      asked.push(name);
      return { state: answers[asked.length - 1] };
    },
  };
  return { link: link as unknown, asked };
};
const require = (link: unknown): Promise<void> =>
  requireCameraPermission(link as Pick<BridgeLink, 'capability' | 'request'>);

describe('requireCameraPermission', () => {
  it.each([
    ['granted already: nobody is asked', ['granted'], ['permission.query']],
    ['asked for and granted', ['prompt', 'granted'], ['permission.query', 'permission.request']],
  ])('%s', async (_title, answers, names) => {
    const { link, asked } = linkThat(answers);
    await require(link);
    expect(asked).toEqual(names);
  });

  it.each([
    ['denied for good', ['denied'], false, /settings/],
    ['asked and denied for good', ['prompt', 'denied'], false, /settings/],
    ['asked and waved away', ['prompt', 'prompt'], true, /try again/],
  ])('%s is CAMERA_PERMISSION_DENIED', async (_title, answers, retryable, message) => {
    const { link } = linkThat(answers);
    await expect(require(link)).rejects.toMatchObject({
      code: 'CAMERA_PERMISSION_DENIED',
      retryable,
      message: expect.stringMatching(message),
    });
  });

  it('an app that does not offer it is not asked', async () => {
    const { link, asked } = linkThat([], 0);
    await require(link);
    expect(asked).toEqual([]);
  });
});
