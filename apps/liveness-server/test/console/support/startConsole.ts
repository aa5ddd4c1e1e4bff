import type { OperatorRow } from '@huoti/server';
import { createTestContext, type TestContext } from '@huoti/server/testing';
import fastify, { type FastifyInstance } from 'fastify';
import { consolePlugin } from '../../../src/console/consolePlugin.js';
import { addOperator } from '../../../src/console/operators/addOperator.js';
import { createPasswordHasher } from '../../../src/console/operators/createPasswordHasher.js';
import type { PasswordHasher } from '../../../src/console/operators/PasswordHasher.js';

/** What the operators of tests sign in with. */
export const PASSWORD = 'four wet tigers, one lamp';

/** A console over a store in memory, with a `vera` who views and a `rui` who reviews. */
export interface TestConsole {
  readonly app: FastifyInstance;
  readonly context: TestContext;
  /** Real argon2id at the least cost there is, counted. */
  readonly passwords: PasswordHasher;
  /** The hashes that a password was compared with, in order. */
  readonly verified: string[];
  /** Every route there is, as `GET /console`. */
  readonly routes: readonly string[];
}

/** @param startMs the clock's beginning */
export async function startConsole({ startMs }: { startMs?: number } = {}): Promise<TestConsole> {
  const context = await createTestContext(startMs === undefined ? {} : { startMs });
  const real = createPasswordHasher({ memoryKib: 8, passes: 1, lanes: 1 });
  const verified: string[] = [];
  const passwords: PasswordHasher = {
    hash: real.hash,
    verify: (hash, password) => {
      verified.push(hash);
      return real.verify(hash, password);
    },
  };
  for (const [name, role] of [
    ['vera', 'viewer'],
    ['rui', 'reviewer'],
  ] as const satisfies readonly (readonly [string, OperatorRow['role']])[]) {
    const added = await addOperator(context, { name, role, password: PASSWORD, passwords });
    if (!added.ok) throw new TypeError(added.refusal.detail);
  }
  const app = fastify();
  const routes: string[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routes.push(`${one} ${url}`);
  });
  await app.register(consolePlugin, { context, settings: { passwords } });
  await app.ready();
  return { app, context, passwords, verified, routes };
}
