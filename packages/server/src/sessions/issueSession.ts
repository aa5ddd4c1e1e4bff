import type { CreateSessionRequest, CreateSessionResponse } from '@huoti/protocol';
import type { Answer } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import { retryAfterMs } from '../attempts/retryAfterMs.js';
import { tooManyAttempts } from '../attempts/tooManyAttempts.js';
import { writeAudit } from '../audit/writeAudit.js';
import { hashToken } from '../clients/hashToken.js';
import { randomToken } from '../clients/randomToken.js';
import type { ServerContext } from '../context/ServerContext.js';
import { signedPolicy } from '../context/signedPolicy.js';
import { refusedHosts } from '../hosts/refusedHosts.js';
import type { SessionRow } from '../ports/rows.js';
import { sealIdentity } from '../platform/sealIdentity.js';
import { randomId } from '../sealing/randomId.js';

/** What {@link issueSession} takes. */
export interface IssueSessionOptions {
  /** From the API key: `authenticateApiKey`. */
  clientId: string;
  request: CreateSessionRequest;
  /** For the audit log: `key:<id>`. @default "system" */
  actor?: string;
}

/**
 * A new session for the integrator's backend. The client token in the answer is kept nowhere: only its hash is.
 *
 * Refused: INVALID_ARGUMENT for a policy that is not allowed here, and where an identity is missing or needless, NOT_FOUND for a reference that does not exist,
 * TOO_MANY_ATTEMPTS.
 *
 * @example const answer = await issueSession(context, { clientId: 'bank', request: { subject: 'customer-17' } });
 */
export async function issueSession(
  context: ServerContext,
  { clientId, request, actor = 'system' }: IssueSessionOptions,
): Promise<Answer<{ body: CreateSessionResponse }>> {
  const { settings, store, time, random } = context;
  const name = request.policy ?? 'default';
  const chosen =
    settings.allowedPolicies.includes(name) && Object.hasOwn(settings.policies, name)
      ? settings.policies[name]
      : undefined;
  if (!chosen) return refused('INVALID_ARGUMENT', 'the policy is not one that this server allows');

  const policy = signedPolicy(settings, chosen);
  const { identity } = request;
  if ((policy.platform === undefined) !== (identity === undefined)) {
    return refused(
      'INVALID_ARGUMENT',
      policy.platform === undefined
        ? 'this policy verifies no identity: leave it out'
        : `this policy has ${policy.platform} verify an identity: name whose`,
    );
  }
  const clientToken = randomToken(random);
  const sessionId = randomId(random);
  // Sealed before the transaction; the clear text is kept nowhere.
  const secret = identity === undefined ? null : await sealIdentity(context, { sessionId, identity });
  const nowMs = time.nowMs();
  const row: SessionRow = {
    id: sessionId,
    clientId,
    subject: request.subject ?? null,
    referenceId: request.referenceId ?? null,
    policy,
    state: 'issued',
    issuedAtMs: nowMs,
    expiresAtMs: nowMs + settings.limits.beginWithinMs,
    tokenHash: hashToken(clientToken),
    clientKey: request.clientKeyThumbprint ?? null,
    receiptId: null,
    begunAtMs: null,
    mirroringKnown: null,
    planJws: null,
    planHash: null,
    steps: null,
    reveals: [],
    requestedPictures: null,
    evidenceHash: null,
    completedAtMs: null,
    decidedAtMs: null,
    host: null,
    dataKeyId: secret?.dataKey.id ?? null,
    ageBand: request.ageBand ?? null,
    guardianReceiptId: request.guardianReceiptId ?? null,
    legalGround: null,
  };
  return store.transaction(async (tx) => {
    if (row.referenceId !== null && !(await tx.references.get(clientId, row.referenceId))) {
      return refused('NOT_FOUND', 'there is no reference of that id: enrol the face first');
    }
    // Issuing is no try. It is checked so that nobody is asked for a face that can't be judged anyway.
    const waitMs = await retryAfterMs(tx, context, row);
    if (waitMs > 0) return tooManyAttempts(waitMs);
    await tx.sessions.insert(row);
    if (secret !== null && policy.platform !== undefined) {
      await tx.dataKeys.insert(secret.dataKey);
      await tx.platformChecks.insert({
        sessionId,
        platform: policy.platform,
        identity: secret.sealed,
        serial: null,
        claimedUntilMs: null,
        verifyId: null,
        verifyExpiresAtMs: null,
        begins: 0,
        queries: 0,
      });
    }
    await writeAudit(tx, context, {
      actor,
      action: 'session-issue',
      object: row.id,
      facts: { policy: name },
    });
    const { expiresAtMs } = row;
    const hosts = [...refusedHosts(policy, settings)];
    return { ok: true, body: { sessionId, clientToken, expiresAtMs, policy, refusedHosts: hosts } };
  });
}
