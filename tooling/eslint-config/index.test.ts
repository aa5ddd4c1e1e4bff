import { describe, expect, it } from '@jest/globals';
import { ESLint } from 'eslint';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { config } from './index.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '');

/** The real configuration without the rules that need a whole typed program: those cannot run on a file that is not there. */
const untyped = [...config, { files: ['**/*.ts'], languageOptions: { parserOptions: { project: null } } }];
const TYPED_RULES = [
  'no-floating-promises',
  'no-misused-promises',
  'await-thenable',
  'switch-exhaustiveness-check',
];
const off = Object.fromEntries(TYPED_RULES.map((name) => [`@typescript-eslint/${name}`, 'off' as const]));

async function rulesBroken(path: string, code: string): Promise<(string | null)[]> {
  const eslint = new ESLint({
    cwd: ROOT,
    overrideConfigFile: true,
    baseConfig: [...untyped, { rules: off }] as never,
  });
  const [result] = await eslint.lintText(code, { filePath: join(ROOT, path) });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId);
}

describe('the lint configuration', () => {
  it.each([
    ['a focused test', 'packages/ui/src/a.test.ts', `it.only('x', () => {});`, 'no-restricted-syntax'],
    ['a skipped suite', 'packages/ui/src/a.test.ts', `xdescribe('x', () => {});`, 'no-restricted-syntax'],
    ['a mocked module', 'packages/ui/src/a.test.ts', `jest.mock('./x.js');`, 'no-restricted-syntax'],
    ['a bare error', 'packages/ui/src/a.ts', `throw new Error('x');`, 'no-restricted-syntax'],
    ['a default export', 'packages/ui/src/a.ts', `export default 1;`, 'no-restricted-syntax'],
    ['export * in an index', 'packages/ui/src/index.ts', `export * from './a.js';`, 'no-restricted-syntax'],
    [
      'a cast through unknown',
      'tooling/bench/src/a.ts',
      `export const a = 1 as unknown as string;`,
      'no-restricted-syntax',
    ],
    ['console in core', 'packages/core/src/a.ts', `console.log(1);`, 'no-console'],
    ['a timer in core', 'packages/core/src/a.ts', `setTimeout(() => {}, 1);`, 'no-restricted-globals'],
    ['the page in protocol', 'packages/protocol/src/a.ts', `document.title = '';`, 'no-restricted-globals'],
    ['any', 'packages/ui/src/a.ts', `export let a: any;`, '@typescript-eslint/no-explicit-any'],
    ['generated code', 'packages/ui/src/a.ts', `export const f = new Function('');`, 'no-new-func'],
  ])('refuses %s', async (_what, path, code, rule) => {
    expect(await rulesBroken(path, code)).toContain(rule);
  });

  it('lets a configuration file export by default', async () => {
    expect(await rulesBroken('packages/ui/jest.config.mjs', `export default {};`)).toEqual([]);
  });
});
