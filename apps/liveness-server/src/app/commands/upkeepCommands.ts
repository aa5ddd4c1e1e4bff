import { expire, rotateMasterKey } from '@huoti/server';
import { HuotiError } from '@huoti/protocol';
import { addMasterKey, createMasterKeyFile, removeMasterKey } from '../../keys/masterKeyFile.js';
import { createSecureRandom } from '../createSecureRandom.js';
import { writeSigningKeys } from '../writeSigningKeys.js';
import type { Command } from './Command.js';
import { parseOptions } from './parseOptions.js';
import { withResources } from './withResources.js';

/** So many data keys under other master keys are looked at before one is taken out. */
const MOST_LEFT = 1_000;

/** What is done once, or by a clock from outside. */
export const upkeepCommands: readonly Command[] = [
  {
    name: 'migrate',
    usage: '',
    help: 'brings the database up to this release; every process does so at its start, too',
    async run(args, tools) {
      parseOptions(args);
      await withResources(tools, async ({ database }) => {
        tools.note(`the ${database.kind} database is up to this release`);
      });
    },
  },
  {
    name: 'expire',
    usage: '',
    help: 'removes what has run out, for good; workers do so by themselves',
    async run(args, tools) {
      parseOptions(args);
      await withResources(tools, async ({ context }) => {
        let more = true;
        while (more && !tools.signal.aborted) {
          const done = await expire(context, { signal: tools.signal });
          tools.print(JSON.stringify(done));
          ({ more } = done);
        }
      });
    },
  },
  {
    name: 'master-key create',
    usage: 'FILE',
    help: 'makes a file with a new master key',
    async run(args, tools) {
      const [file = ''] = parseOptions(args, { words: 1 }).words;
      if (!(await createMasterKeyFile(file, { random: createSecureRandom() })))
        throw new HuotiError('INVALID_ARGUMENT', `${file} is there already; master-key add adds a key to it`);
      tools.note(`${file} holds a new master key; without it nothing that is sealed can be read again`);
    },
  },
  {
    name: 'master-key add',
    usage: 'FILE',
    help: 'adds a new master key, which wraps from now on',
    async run(args, tools) {
      const [file = ''] = parseOptions(args, { words: 1 }).words;
      tools.print(await addMasterKey(file, { random: createSecureRandom() }));
      tools.note('next: restart the service, then master-key rotate, then master-key remove the old one');
    },
  },
  {
    name: 'master-key remove',
    usage: 'FILE KEY_NAME',
    help: 'takes an old master key out for good, once nothing is under it any more',
    async run(args, tools) {
      const [file = '', name = ''] = parseOptions(args, { words: 2 }).words;
      await withResources(tools, async ({ context }) => {
        const { currentId } = context.masterKeys;
        const left = await context.store.transaction((tx) => tx.dataKeys.notUnder(currentId, MOST_LEFT));
        if (left.some(({ masterKeyId }) => masterKeyId === name) || left.length === MOST_LEFT)
          throw new HuotiError(
            'INVALID_ARGUMENT',
            `data keys are still under ${name}: master-key rotate first`,
          );
      });
      await removeMasterKey(file, name);
      tools.note(`${name} is gone from ${file}`);
    },
  },
  {
    name: 'master-key rotate',
    usage: '',
    help: 'puts all data keys under the current master key; older ones may go afterwards',
    async run(args, tools) {
      parseOptions(args);
      await withResources(tools, async ({ context }) => {
        let left = true;
        let count = 0;
        while (left && !tools.signal.aborted) {
          const done = await rotateMasterKey(context, { signal: tools.signal });
          count += done.rewrapped;
          ({ left } = done);
        }
        tools.note(`${count} data key(s) are under ${context.masterKeys.currentId} now`);
      });
    },
  },
  {
    name: 'signing-key create',
    usage: 'FILE [--alg ES256|EdDSA]',
    help: 'makes a file with a new signing key',
    async run(args, tools) {
      const { words, options } = parseOptions(args, { words: 1, names: ['alg'] });
      const { alg = 'ES256' } = options;
      if (alg !== 'ES256' && alg !== 'EdDSA')
        throw new HuotiError('INVALID_ARGUMENT', '--alg: ES256 or EdDSA');
      await writeSigningKeys(words[0] ?? '', { alg });
      tools.note(`${words[0] ?? ''} holds a new ${alg} key; keep it as a secret`);
    },
  },
];
