import { describe, expect, it } from '@jest/globals';
import { HuotiError } from '@huoti/protocol';
import { createTestContext } from './createTestContext.js';

describe('createTestContext', () => {
  it('signs what its own signer verifies', async () => {
    const { signer } = await createTestContext();
    const jws = await signer.sign('huoti-plan+jwt', { sid: 'x' });
    expect(await signer.verify('huoti-plan+jwt', jws)).toEqual({ ok: true, claims: { sid: 'x' } });
  });

  it('forgets all of a transaction that throws', async () => {
    const { store } = await createTestContext();
    const failed = store.transaction(async (tx) => {
      await tx.proofs.insertOnce('a', 1);
      await tx.jobs.enqueue('judge', { sessionId: 's' });
      throw new HuotiError('HOST_ERROR', 'power cut');
    });
    await expect(failed).rejects.toMatchObject({ message: 'power cut' });
    expect(store.tables.proofs.size + store.jobs.length).toBe(0);
  });
});
