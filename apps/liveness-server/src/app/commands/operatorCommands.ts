import { HuotiError } from '@huoti/protocol';
import { addOperator } from '../../console/operators/addOperator.js';
import { disableOperator } from '../../console/operators/disableOperator.js';
import type { OperatorAnswer } from '../../console/operators/OperatorAnswer.js';
import { setOperatorPassword } from '../../console/operators/setOperatorPassword.js';
import type { Command } from './Command.js';
import { parseOptions } from './parseOptions.js';
import { withResources } from './withResources.js';

function must(answer: OperatorAnswer): string {
  if (!answer.ok) throw new HuotiError('INVALID_ARGUMENT', answer.refusal.detail);
  return answer.operator.name;
}

/** People who may look at the console. Passwords are read from standard input, so that no list of processes shows them. */
export const operatorCommands: readonly Command[] = [
  {
    name: 'operators add',
    usage: 'NAME --role viewer|reviewer',
    help: 'makes an account; the password is read from standard input',
    async run(args, tools) {
      const { words, options } = parseOptions(args, { words: 1, names: ['role'] });
      const { role } = options;
      if (role !== 'viewer' && role !== 'reviewer')
        throw new HuotiError('INVALID_ARGUMENT', '--role viewer sees no face, --role reviewer does');
      const password = await tools.readSecret('password: ');
      await withResources(tools, async ({ context }) => {
        const name = must(await addOperator(context, { name: words[0] ?? '', password, role }));
        tools.note(`${name} may sign in at /console as ${role}`);
      });
    },
  },
  {
    name: 'operators list',
    usage: '',
    help: 'lists accounts: name, role, made, disabled',
    async run(args, tools) {
      parseOptions(args);
      await withResources(tools, async ({ context }) => {
        const rows = await context.store.transaction((tx) => tx.operators.list());
        for (const { name, role, createdAtMs, disabledAtMs } of rows) {
          const ended = disabledAtMs === null ? '-' : new Date(disabledAtMs).toISOString();
          tools.print([name, role, new Date(createdAtMs).toISOString(), ended].join('\t'));
        }
      });
    },
  },
  {
    name: 'operators disable',
    usage: 'NAME',
    help: 'ends an account at once; its entries in the audit log stay',
    async run(args, tools) {
      const { words } = parseOptions(args, { words: 1 });
      await withResources(tools, async ({ context }) => {
        tools.note(`${must(await disableOperator(context, { name: words[0] ?? '' }))} is disabled`);
      });
    },
  },
  {
    name: 'operators password',
    usage: 'NAME',
    help: 'sets a new password, read from standard input',
    async run(args, tools) {
      const { words } = parseOptions(args, { words: 1 });
      const password = await tools.readSecret('new password: ');
      await withResources(tools, async ({ context }) => {
        tools.note(
          `${must(await setOperatorPassword(context, { name: words[0] ?? '', password }))} has a new password`,
        );
      });
    },
  },
];
