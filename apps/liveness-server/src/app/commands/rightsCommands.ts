import { createWriteStream } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { NOTICE_LANGUAGES } from '@huoti/privacy';
import { HuotiError, RIGHTS_KINDS } from '@huoti/protocol';
import {
  type Answer,
  closeRightsCase,
  exportArchive,
  importPortable,
  listRightsCases,
  openRightsCase,
  PORTABLE_LIMITS,
  portableKey,
  type RightsCaseRow,
  workingDaysLeft,
} from '@huoti/server';
import type { Command } from './Command.js';
import { parseOptions } from './parseOptions.js';
import { withResources } from './withResources.js';

/** In the audit log: whoever may run commands on the machine. */
const ACTOR = 'system';

const wrong = (detail: string): HuotiError => new HuotiError('INVALID_ARGUMENT', detail);

function must<T extends object>(answer: Answer<T>): T {
  if (!answer.ok) throw wrong(answer.refusal.detail);
  return answer;
}

function needed(options: Readonly<Record<string, string | undefined>>, name: string): string {
  const value = options[name];
  if (value === undefined) throw wrong(`--${name} is missing`);
  return value;
}

const dateOf = (atMs: number | null): string => (atMs === null ? '-' : new Date(atMs).toISOString());

function lineOf(
  { id, clientId, subject, kind, state, receivedAtMs, dueAtMs, closedAtMs }: RightsCaseRow,
  left: number | null,
): string {
  const times = [dateOf(receivedAtMs), dateOf(dueAtMs), dateOf(closedAtMs)];
  return [id, clientId, subject ?? '-', kind, state, ...times, left ?? '-'].join('\t');
}

async function readText(path: string, most: number): Promise<string> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new HuotiError('INVALID_ARGUMENT', `${path} can't be read`, { cause });
  });
  if (bytes.length > most) throw wrong(`${path} has more than ${most} bytes`);
  return bytes.toString('utf8').trim();
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new HuotiError('INVALID_ARGUMENT', `${path} holds no JSON`, { cause });
  }
}

/** What people ask of their data, at the command line. */
export const rightsCommands: readonly Command[] = [
  {
    name: 'rights list',
    usage: '[--client ID] [--state open|running|done|refused]',
    help: 'lists requests of people, the earliest due first: id, client, person, kind, state, received, due, answered, working days left',
    async run(args, tools) {
      const { client, state } = parseOptions(args, { names: ['client', 'state'] }).options;
      const known = (['open', 'running', 'done', 'refused'] as const).find((one) => one === state);
      if (state !== known) throw wrong('--state open, running, done or refused');
      await withResources(tools, async ({ context }) => {
        const filter = {
          ...(client === undefined ? {} : { clientId: client }),
          ...(known === undefined ? {} : { state: known }),
        };
        const { cases } = must(await listRightsCases(context, { ...filter, limit: 500 }));
        const nowMs = context.time.nowMs();
        for (const row of cases) {
          const { dueAtMs, closedAtMs } = row;
          tools.print(
            lineOf(row, closedAtMs === null ? workingDaysLeft(context.settings, { dueAtMs, nowMs }) : null),
          );
        }
      });
    },
  },
  {
    name: 'rights open',
    usage: `--client ID --subject NAME --kind ${RIGHTS_KINDS.join('|')} [--received ISO_TIME]`,
    help: 'records a request that came by letter or by word, and prints its id',
    async run(args, tools) {
      const { options } = parseOptions(args, { names: ['client', 'subject', 'kind', 'received'] });
      const kind = RIGHTS_KINDS.find((one) => one === needed(options, 'kind'));
      if (kind === undefined) throw wrong(`--kind: one of ${RIGHTS_KINDS.join(', ')}`);
      const { received } = options;
      const receivedAtMs = received === undefined ? undefined : Date.parse(received);
      if (Number.isNaN(receivedAtMs)) throw wrong('--received: a time such as 2026-11-27T09:00:00+08:00');
      const [clientId, subject] = [needed(options, 'client'), needed(options, 'subject')];
      await withResources(tools, async ({ context }) => {
        const { rightsCase, isNew } = must(
          await openRightsCase(context, {
            ...{ clientId, subject, kind, actor: ACTOR },
            ...(receivedAtMs === undefined ? {} : { receivedAtMs }),
          }),
        );
        tools.print(rightsCase.id);
        tools.note(`${isNew ? 'recorded' : 'was recorded before'}, due ${dateOf(rightsCase.dueAtMs)}`);
      });
    },
  },
  {
    name: 'rights close',
    usage: 'CASE_ID --outcome done|refused [--note TEXT]',
    help: 'answers a request; done also restricts, withdraws or deletes, as it asks',
    async run(args, tools) {
      const { words, options } = parseOptions(args, { words: 1, names: ['outcome', 'note'] });
      const outcome = needed(options, 'outcome');
      if (outcome !== 'done' && outcome !== 'refused') throw wrong('--outcome done or --outcome refused');
      await withResources(tools, async ({ context }) => {
        const { rightsCase } = must(
          await closeRightsCase(context, {
            ...{ caseId: words[0] ?? '', outcome, actor: ACTOR },
            ...(options['note'] === undefined ? {} : { note: options['note'] }),
          }),
        );
        tools.note(`${rightsCase.id} is ${rightsCase.state}`);
      });
    },
  },
  {
    name: 'rights archive',
    usage: `CASE_ID FILE [--language ${NOTICE_LANGUAGES.join('|')}]`,
    help: 'writes everything that is kept of the person into a zip, for the person; never over a file that is there',
    async run(args, tools) {
      const { words, options } = parseOptions(args, { words: 2, names: ['language'] });
      const [caseId = '', path = ''] = words;
      const language = NOTICE_LANGUAGES.find((one) => one === options['language']);
      if (options['language'] !== language) throw wrong(`--language: one of ${NOTICE_LANGUAGES.join(', ')}`);
      await withResources(tools, async ({ context }) => {
        const { archive } = must(
          await exportArchive(context, {
            ...{ caseId, actor: ACTOR, signal: tools.signal },
            ...(language === undefined ? {} : { language }),
          }),
        );
        // For its owner alone, from the first byte on.
        const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
        let isOurs = false;
        file.once('open', () => (isOurs = true));
        try {
          await pipeline(Readable.from(archive.pieces, { objectMode: false }), file);
        } catch (cause) {
          // Half an archive is none.
          if (isOurs) await rm(path, { force: true });
          throw cause instanceof HuotiError
            ? cause
            : new HuotiError(
                'INVALID_ARGUMENT',
                `${path} can't be written: name a file that is not there yet`,
                { cause },
              );
        }
        tools.note(`${path} holds the archive: see that it reaches the person and nobody else`);
      });
    },
  },
  {
    name: 'portable key',
    usage: '',
    help: 'prints the public key that documents for this operator are encrypted to, a JWK',
    async run(args, tools) {
      parseOptions(args);
      await withResources(tools, async ({ context }) => {
        tools.print(JSON.stringify((await portableKey(context)).open));
      });
    },
  },
  {
    name: 'portable import',
    usage: 'FILE --client ID --subject NAME --source-subject NAME --sender-keys JWKS_FILE',
    help: 'takes in the enrolled faces that a person brings from another operator, all or none',
    async run(args, tools) {
      const names = ['client', 'subject', 'source-subject', 'sender-keys'];
      const { words, options } = parseOptions(args, { words: 1, names });
      const [path = ''] = words;
      const [clientId = '', subject = '', sourceSubject = '', keysPath = ''] = names.map((name) =>
        needed(options, name),
      );
      const document = await readText(path, PORTABLE_LIMITS.sealedBytes);
      const senderKeys = parseJson(keysPath, await readText(keysPath, PORTABLE_LIMITS.sealedBytes));
      await withResources(tools, async ({ context }) => {
        const { imported } = must(
          await importPortable(context, {
            clientId,
            document,
            subject,
            sourceSubject,
            senderKeys,
            actor: ACTOR,
          }),
        );
        for (const { id, model, isNew } of imported.references) {
          tools.print([id, model, isNew ? 'new' : 'was here'].join('\t'));
        }
        tools.note(`from ${imported.issuer}, made ${dateOf(imported.exportedAtMs)}`);
      });
    },
  },
];
