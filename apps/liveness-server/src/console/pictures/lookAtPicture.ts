import { isHuotiError } from '@huoti/protocol';
import { openDataKey, pseudonymOf, readPart, type OperatorRow, type ServerContext } from '@huoti/server';
import { withoutNames } from './withoutNames.js';

/** Why no picture is shown. */
export type LookRefusal = 'role' | 'form' | 'reason' | 'gone' | 'unreadable';

/** The bytes of a JPEG, or why there are none. */
export type Look =
  | { readonly ok: true; readonly jpeg: Uint8Array }
  | { readonly ok: false; readonly why: LookRefusal };

/** What {@link lookAtPicture} takes. */
export interface LookOptions {
  readonly operator: OperatorRow;
  readonly sessionId: string;
  /** The part's name. */
  readonly name: string;
  /** Whether the request proved that it comes from a page of ours. */
  readonly formHolds: boolean;
  /** What the operator gave as a reason. */
  readonly reason: string;
}

const SESSION = /^[A-Za-z0-9_-]{22}$/;
const PICTURE = /^picture-\d{1,2}-\d{1,3}$/;
/** Shortest reason, in characters: a word, or the end of a case number. */
const MIN_REASON = 4;
/** Longest, in characters: it is a line of the log. */
const MAX_REASON = 200;
const JPEG_START = [0xff, 0xd8, 0xff] as const;

type LookContext = Pick<ServerContext, 'store' | 'blobs' | 'masterKeys' | 'time'>;

/**
 * Opens a picture for a reviewer. The audit entry is committed before the bytes are given back: no picture is seen that the
 * log does not know of. A refusal has its own entry, with why.
 */
export async function lookAtPicture(
  context: LookContext,
  { operator, sessionId, name, formHolds, reason }: LookOptions,
): Promise<Look> {
  const { store, time } = context;
  const given = [...reason.trim()];
  const isNamed = SESSION.test(sessionId) && PICTURE.test(name);
  const session = isNamed ? await store.transaction(({ sessions }) => sessions.get(sessionId)) : null;
  const subject = session?.subject ?? null;
  const pseudonym =
    session === null || subject === null
      ? null
      : await pseudonymOf(context, { clientId: session.clientId, subject });
  const note = async (action: string, facts: Record<string, string>): Promise<void> => {
    // A name out of an address that could not be one is not written down: the log holds no free text of a stranger.
    const object = isNamed ? `${sessionId}/${name}` : 'picture';
    const row = {
      atMs: time.nowMs(),
      actor: `operator:${operator.id}`,
      action,
      object,
      pseudonym,
      facts,
    };
    await store.transaction(({ audit }) => audit.append(row));
  };
  const refuse = async (why: LookRefusal): Promise<Look> => {
    await note('picture-refuse', { why });
    return { ok: false, why };
  };
  if (!formHolds) return refuse('form');
  if (operator.role !== 'reviewer') return refuse('role');
  if (given.length < MIN_REASON || given.length > MAX_REASON) return refuse('reason');
  const opened = isNamed ? await open(context, sessionId, name) : ({ ok: false, why: 'gone' } as const);
  if (!opened.ok) return refuse(opened.why);
  // The log outlives the person: what a reviewer writes must not keep the name that a deletion takes away.
  const names = [subject, session?.referenceId ?? null];
  await note('picture-view', { reason: withoutNames(given.join(''), names) });
  return opened;
}

async function open(context: LookContext, sessionId: string, name: string): Promise<Look> {
  const found = await context.store.transaction(async ({ sessions, parts }) => ({
    part: await parts.get(sessionId, name),
    keyId: (await sessions.get(sessionId))?.dataKeyId ?? null,
  }));
  if (found.part === null || found.keyId === null) return { ok: false, why: 'gone' };
  try {
    const key = await openDataKey(context, found.keyId);
    const jpeg = await readPart(context, found.part, { key });
    const isJpeg = JPEG_START.every((byte, index) => jpeg[index] === byte);
    return isJpeg ? { ok: true, jpeg } : { ok: false, why: 'unreadable' };
  } catch (cause) {
    // The blob is gone or was changed, or its key is: the picture can't be had. A database that is away is another matter.
    if (isHuotiError(cause, 'HOST_ERROR') || isHuotiError(cause, 'INVALID_ARGUMENT')) {
      return { ok: false, why: 'unreadable' };
    }
    throw cause;
  }
}
