import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AuditHeadRow } from '../../ports/privacy/AuditHeadRow.js';
import type { ChainedAuditRow } from '../../ports/privacy/AuditChainTable.js';
import { createTestContext, type TestContext } from '../../testing/createTestContext.js';
import { readAuditLog } from '../../testing/readAuditLog.js';
import { AUDIT_GENESIS } from '../auditGenesis.js';
import { chainAudit } from '../chainAudit.js';
import { entryHash } from '../entryHash.js';
import { HEAD_TYPE } from '../headClaims.js';
import { writeAudit } from '../writeAudit.js';
import { headsOfLine } from './headsOfLine.js';
import { verifyAudit, type AuditVerification, type VerifyAuditOptions } from './verifyAudit.js';

type Entry = { -readonly [K in keyof ChainedAuditRow]: ChainedAuditRow[K] };

let context: TestContext;
let whole: { entries: readonly ChainedAuditRow[]; heads: readonly AuditHeadRow[] };
let entries: Entry[];
let heads: AuditHeadRow[];

/** 350 entries; heads of 100, 200, 300 and 350. */
beforeAll(async () => {
  context = await createTestContext();
  await context.store.transaction(async (tx) => {
    for (let at = 1; at <= 350; at += 1) {
      await writeAudit(tx, context, { action: 'picture-view', object: `picture-${at}`, facts: { at } });
    }
  });
  await chainAudit(context, { signNow: true });
  whole = await readAuditLog(context.store);
});
beforeEach(() => {
  entries = whole.entries.map((entry) => ({ ...entry }));
  heads = [...whole.heads];
});

const verify = (options: Partial<VerifyAuditOptions> = {}): Promise<AuditVerification> =>
  verifyAudit({ entries, heads, keys: context.auditSigner.jwks().keys, ...options });
const log = () => whole.heads.map(({ jws }) => jws);
const foundIn = ({ findings }: AuditVerification) => findings.map(({ kind, seq }) => `${kind} ${seq}`);
/** As whoever has the database does it: all hashes anew, from a place on. */
const chainAnew = (from: number, list = entries): void => {
  list.forEach((entry, at) => {
    if (at < from - 1) return;
    entry.seq = at + 1;
    entry.hash = entryHash(list[at - 1]?.hash ?? AUDIT_GENESIS, at + 1, entry);
  });
};
const entryAt = (seq: number): Entry => entries[seq - 1] as Entry;

describe('verifyAudit', () => {
  it('finds nothing in a log that nobody touched', async () => {
    expect(await verify({ loggedHeads: log(), headWithinMs: 0, nowMs: context.time.nowMs() })).toEqual({
      ok: true,
      entries: 350,
      unchained: 0,
      firstSeq: 1,
      lastSeq: 350,
      head: whole.entries[349]?.hash,
      signedSeq: 350,
      signedAtMs: context.time.nowMs(),
      found: 0,
      findings: [],
    });
  });

  it('finds a rewritten entry at its place, whatever of it was rewritten', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 350 }),
        fc.constantFrom<keyof ChainedAuditRow>('atMs', 'actor', 'action', 'object', 'pseudonym', 'facts'),
        async (seq, name) => {
          const entry = {
            ...entryAt(seq),
            [name]: name === 'facts' ? { at: -1 } : name === 'atMs' ? 1 : 'x',
          };
          const changed = entries.map((one) => (one.seq === seq ? entry : one));
          expect(foundIn(await verify({ entries: changed }))).toEqual([`entry-changed ${seq}`]);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('finds a rewritten entry whose hash, and all after it, were made anew, by the next head', async () => {
    entryAt(50).object = 'nothing';
    chainAnew(50);
    expect(foundIn(await verify())).toEqual([
      'head-mismatch 100',
      'head-mismatch 200',
      'head-mismatch 300',
      'head-mismatch 350',
    ]);
  });

  it('finds a middle that was dropped', async () => {
    entries.splice(119, 11);
    expect(await verify()).toMatchObject({
      ok: false,
      findings: [{ kind: 'entry-missing', seq: 120, throughSeq: 130 }],
    });
  });

  it('finds a middle that was dropped, with the places after it made good', async () => {
    entries.splice(119, 11);
    entries.forEach((entry, at) => (entry.seq = at + 1));
    expect(foundIn(await verify())).toEqual(
      expect.arrayContaining(['entry-changed 120', 'head-mismatch 200']),
    );
    chainAnew(120);
    expect(foundIn(await verify())).toEqual(['head-mismatch 200', 'head-mismatch 300', 'tail-missing 340']);
  });

  it('finds two entries that changed places', async () => {
    [entries[9], entries[10]] = [
      { ...entryAt(11), seq: 10, hash: entryAt(10).hash },
      { ...entryAt(10), seq: 11, hash: entryAt(11).hash },
    ];
    expect(foundIn(await verify())).toEqual(['entry-changed 10', 'entry-changed 11']);
  });

  it('finds an entry that was put in', async () => {
    const put = { ...entryAt(10), object: 'an alibi' };
    // Beside the one whose place it takes.
    expect(foundIn(await verify({ entries: [...entries.slice(0, 10), put, ...entries.slice(10)] }))).toEqual([
      'entry-twice 10',
    ]);
    // Between others, with all after it moved on and chained anew.
    entries.splice(10, 0, put);
    chainAnew(11);
    expect(foundIn(await verify())).toContain('head-mismatch 100');
  });

  it('finds a tail that was cut off before a head that is still there', async () => {
    entries.splice(320);
    expect(await verify()).toMatchObject({ findings: [{ kind: 'tail-missing', seq: 321, throughSeq: 350 }] });
  });

  it('finds a tail that was cut off with its heads by the process log, or by the age of the newest head', async () => {
    entries.splice(200);
    heads.splice(2);
    expect(await verify()).toMatchObject({ ok: true });
    expect(await verify({ loggedHeads: log() })).toMatchObject({
      findings: [{ kind: 'tail-missing', seq: 201, throughSeq: 350 }],
    });
    const nowMs = context.time.nowMs() + 7_200_001;
    expect(foundIn(await verify({ headWithinMs: 7_200_000, nowMs }))).toEqual(['head-old 200']);
  });

  it('finds that everything was dropped', async () => {
    expect(foundIn(await verify({ entries: [] }))).toEqual(['tail-missing 1']);
    expect(foundIn(await verify({ entries: [], heads: [], loggedHeads: log() }))).toEqual(['tail-missing 1']);
  });

  it('finds a chain that was made anew from its begin, without heads or with those of a key that is not ours', async () => {
    entryAt(1).object = 'nothing';
    chainAnew(1);
    expect(foundIn(await verify())).toContain('head-mismatch 100');
    expect(foundIn(await verify({ heads: [] }))).toEqual([
      'head-missing 1',
      'head-missing 102',
      'head-missing 203',
    ]);
    const stranger = (await createTestContext({ seed: 2 })).auditSigner;
    const signed = await Promise.all(
      heads.map(async (head) => {
        const hash = entryAt(head.seq).hash ?? '';
        const { seq, signedAtMs } = head;
        return { ...head, hash, jws: await stranger.sign(HEAD_TYPE, { seq, hash, signedAtMs }) };
      }),
    );
    expect(foundIn(await verify({ heads: signed }))).toContain('head-forged 100');
    expect(foundIn(await verify({ heads: signed, loggedHeads: log() }))).toContain(
      'logged-head-mismatch 100',
    );
  });

  it('finds a head whose row says something else than was signed, and one that stands at another place', async () => {
    const [first, second] = heads as [AuditHeadRow, AuditHeadRow];
    for (const forged of [
      { ...first, hash: 'f'.repeat(64) },
      { ...first, signedAtMs: first.signedAtMs + 1 },
      { ...first, jws: second.jws },
      { ...first, jws: `${first.jws.slice(0, -2)}AA` },
      { ...first, jws: '' },
    ]) {
      expect(foundIn(await verify({ heads: [forged, ...heads.slice(1)] }))).toContain('head-forged 100');
    }
  });

  it('takes no head that a key for results has signed, whatever type it names', async () => {
    // The attacker holds the key that signs results, and the database.
    const [first] = heads as [AuditHeadRow];
    const { seq, hash, signedAtMs } = first;
    const jws = await context.signer.sign(HEAD_TYPE, { seq, hash, signedAtMs });
    const keys = [...context.signer.jwks().keys, ...context.auditSigner.jwks().keys];
    expect(foundIn(await verify({ keys, heads: [{ ...first, jws }, ...heads.slice(1)] }))).toContain(
      'head-forged 100',
    );
    await expect(verify({ keys: context.signer.jwks().keys })).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
    });
  });

  it('finds a head that is gone', async () => {
    heads.splice(1, 1);
    expect(foundIn(await verify())).toEqual(['head-missing 101']);
    expect(foundIn(await verify({ loggedHeads: log() }))).toEqual([
      'head-missing 101',
      'logged-head-missing 200',
    ]);
  });

  it('takes a begin that was cut at a signed head and that an entry tells of', async () => {
    const told = { ...entryAt(350), action: 'audit-cut', facts: { throughSeq: 100 }, seq: null, hash: null };
    const rest = [...entries.slice(100), told];
    expect(await verify({ entries: rest, loggedHeads: log() })).toMatchObject({
      ok: true,
      firstSeq: 101,
      unchained: 1,
    });
    expect(foundIn(await verify({ entries: rest.slice(0, -1) }))).toEqual(['start-missing 1']);
    expect(foundIn(await verify({ entries: rest, heads: heads.slice(1) }))).toEqual(['start-missing 1']);
    expect(foundIn(await verify({ entries: rest.slice(1) }))).toEqual(['start-missing 1', 'start-missing 1']);
  });

  it('takes nothing for a head in the log that none of the keys signed', async () => {
    const jws = await (await createTestContext({ seed: 2 })).auditSigner.sign(HEAD_TYPE, { seq: 1 });
    expect(foundIn(await verify({ loggedHeads: [jws, 'x'] }))).toEqual([
      'logged-head-forged 0',
      'logged-head-forged 0',
    ]);
  });

  it('finds that a head which was noted down is in the chain no more', async () => {
    const knownHead = entryAt(333).hash;
    expect(await verify({ knownHead })).toMatchObject({ ok: true });
    entries.splice(320);
    heads.splice(3);
    expect(foundIn(await verify({ knownHead }))).toEqual(['known-head-missing 1']);
  });

  it('counts all findings and keeps some', async () => {
    for (const entry of entries) entry.hash = 'f'.repeat(64);
    const { found, findings } = await verify({ mostFindings: 3 });
    expect([found > 300, findings.length]).toEqual([true, 3]);
  });

  it('stops when it is told to', async () => {
    await expect(verify({ signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'ABORTED' });
  });
});

describe('headsOfLine', () => {
  it('finds heads however a collector has wrapped the line, and no other token', async () => {
    const [jws = ''] = log();
    const plan = await context.signer.sign('huoti-plan+jwt', { sid: 'x', exp: 1 });
    expect(headsOfLine(`{"seq":100,"head":"${jws}"}`)).toEqual([jws]);
    expect(headsOfLine(JSON.stringify({ log: `{"seq":100,"head":"${jws}","plan":"${plan}"}\n` }))).toEqual([
      jws,
    ]);
    expect(headsOfLine('an ordinary line')).toEqual([]);
  });
});
