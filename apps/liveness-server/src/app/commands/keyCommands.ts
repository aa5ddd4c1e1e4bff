import { HuotiError } from '@huoti/protocol';
import {
  API_SCOPES,
  type ApiKeyRow,
  type ApiScope,
  createApiKey,
  revokeApiKey,
  rotateApiKey,
} from '@huoti/server';
import type { Command } from './Command.js';
import { parseOptions } from './parseOptions.js';
import { withResources } from './withResources.js';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

const isScope = (text: string): text is ApiScope => API_SCOPES.some((scope) => scope === text);

function parseScopes(text: string): readonly ApiScope[] {
  const scopes = text.split(',').map((one) => one.trim());
  const wrong = scopes.find((one) => !isScope(one));
  if (wrong !== undefined)
    throw new HuotiError('INVALID_ARGUMENT', `--scopes: "${wrong}" is none of ${API_SCOPES.join(', ')}`);
  return scopes.filter(isScope);
}

function parseCount(name: string, text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new HuotiError('INVALID_ARGUMENT', `--${name}: a whole number`);
  return Number(text);
}

const dateOf = (atMs: number | null): string => (atMs === null ? '-' : new Date(atMs).toISOString());
const lineOf = ({ id, clientId, scopes, createdAtMs, expiresAtMs, revokedAtMs }: ApiKeyRow): string =>
  [id, clientId, scopes.join(','), dateOf(createdAtMs), dateOf(expiresAtMs), dateOf(revokedAtMs)].join('\t');

/** API keys of integrators. A key's text is printed once, when it is made. */
export const keyCommands: readonly Command[] = [
  {
    name: 'keys create',
    usage: `--client ID [--scopes ${API_SCOPES.join(',')}] [--days N]`,
    help: 'makes an API key and prints it, this once',
    async run(args, tools) {
      const { options } = parseOptions(args, { names: ['client', 'scopes', 'days'] });
      const { client, scopes, days } = options;
      if (client === undefined) throw new HuotiError('INVALID_ARGUMENT', '--client ID is missing');
      const chosen = scopes === undefined ? {} : { scopes: parseScopes(scopes) };
      const lasts = days === undefined ? null : parseCount('days', days) * DAY_MS;
      await withResources(tools, async ({ context }) => {
        const expiresAtMs = lasts === null ? null : context.time.nowMs() + lasts;
        const { text, row } = await createApiKey(context, { clientId: client, ...chosen, expiresAtMs });
        tools.print(text);
        tools.note(`key ${row.id} of ${row.clientId}: ${row.scopes.join(', ')}. It is not shown again.`);
      });
    },
  },
  {
    name: 'keys list',
    usage: '[--client ID]',
    help: 'lists keys: id, client, scopes, made, ends, revoked',
    async run(args, tools) {
      const { client } = parseOptions(args, { names: ['client'] }).options;
      await withResources(tools, async ({ context }) => {
        const rows = await context.store.transaction((tx) => tx.apiKeys.list(client));
        for (const row of rows) tools.print(lineOf(row));
      });
    },
  },
  {
    name: 'keys rotate',
    usage: 'KEY_ID [--overlap-hours N]',
    help: 'makes a new key like an old one, which works on for a day',
    async run(args, tools) {
      const { words, options } = parseOptions(args, { words: 1, names: ['overlap-hours'] });
      const overlap = options['overlap-hours'];
      await withResources(tools, async ({ context }) => {
        const answer = await rotateApiKey(context, {
          keyId: words[0] ?? '',
          ...(overlap === undefined ? {} : { overlapMs: parseCount('overlap-hours', overlap) * HOUR_MS }),
        });
        if (!answer.ok) throw new HuotiError('INVALID_ARGUMENT', answer.refusal.detail);
        tools.print(answer.text);
        tools.note(`key ${answer.row.id} of ${answer.row.clientId}. It is not shown again.`);
      });
    },
  },
  {
    name: 'keys revoke',
    usage: 'KEY_ID',
    help: 'ends a key at once',
    async run(args, tools) {
      const { words } = parseOptions(args, { words: 1 });
      await withResources(tools, async ({ context }) => {
        const answer = await revokeApiKey(context, { keyId: words[0] ?? '' });
        if (!answer.ok) throw new HuotiError('INVALID_ARGUMENT', answer.refusal.detail);
        tools.note(`key ${words[0] ?? ''} is revoked`);
      });
    },
  },
];
