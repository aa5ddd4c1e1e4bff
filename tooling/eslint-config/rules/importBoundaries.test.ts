import { describe, expect, it } from '@jest/globals';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { importBoundaries } from './importBoundaries.mjs';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '');

/** What the rule says about one line of code in one file: the ids of its messages. */
function verdict(path: string, code: string): (string | undefined)[] {
  const linter = new Linter({ cwd: ROOT });
  const messages = linter.verify(
    code,
    [
      {
        files: ['**/*.ts', '**/*.mjs'],
        languageOptions: { parser: tseslint.parser as Linter.Parser },
        plugins: { huoti: { rules: { 'import-boundaries': importBoundaries } } },
        rules: { 'huoti/import-boundaries': 'error' },
      },
    ],
    { filename: join(ROOT, path) },
  );
  return messages.map((message) => message.messageId);
}

describe('arrows between packages', () => {
  it.each([
    ['packages/core/src/session/a.ts', '@huoti/protocol'],
    ['packages/core/src/vision/tfjs/a.ts', '@huoti/models'],
    ['packages/core/src/vision/a.test.ts', '@huoti/models/node'],
    ['packages/core/src/session/a.ts', '@huoti/core'],
    ['packages/adapter-browser/src/a.ts', '@huoti/core/testing'],
    ['packages/adapter-webview/src/a.ts', '@huoti/adapter-browser'],
    ['packages/ui-browser/src/a.ts', '@huoti/ui'],
    ['packages/server/src/a.ts', '@huoti/embedder'],
    ['packages/cli/src/a.ts', '@huoti/models/node'],
    ['packages/cli/src/a.test.ts', '@huoti/actor'],
    ['apps/demo-browser/src/a.ts', '@huoti/actor'],
    ['tooling/bench/src/a.ts', '@huoti/adapter-browser'],
    ['packages/core/jest.config.mjs', '@huoti/jest-config'],
    ['packages/adapter-wechat/build/miniprogram.ts', '@huoti/client'],
    ['packages/adapter-wechat/src/a.test.ts', '@huoti/client'],
  ])('%s may import %s', (path, name) => {
    expect(verdict(path, `import { x } from '${name}';`)).toEqual([]);
  });

  it.each([
    ['packages/protocol/src/a.ts', '@huoti/core'],
    ['packages/core/src/session/a.ts', '@huoti/adapter-browser'],
    ['packages/core/src/session/a.test.ts', '@huoti/adapter-browser'],
    ['packages/core/src/session/a.ts', '@huoti/models'],
    ['packages/core/src/a.ts', '@huoti/actor'],
    ['packages/core/src/a.ts', '@huoti/ui'],
    ['packages/adapter-browser/src/a.ts', '@huoti/ui'],
    ['packages/ui/src/a.ts', '@huoti/adapter-browser'],
    ['packages/ui-browser/src/a.ts', '@huoti/adapter-browser'],
    ['packages/server/src/a.ts', '@huoti/adapter-browser'],
    ['packages/ui/src/a.test.ts', '@huoti/demo-browser'],
    ['packages/ui/src/a.ts', '@huoti/cli'],
    ['packages/brand-new/src/a.ts', '@huoti/core'],
    ['packages/adapter-wechat/src/a.ts', '@huoti/client'],
    ['packages/adapter-wechat/build/miniprogram.ts', '@huoti/demo-wechat'],
    ['packages/core/src/a.ts', '@huoti/unheard-of'],
  ])('%s may not import %s', (path, name) => {
    expect(verdict(path, `import { x } from '${name}';`)).toEqual(['arrow']);
  });
});

describe('every way to import is seen', () => {
  it.each([
    `import '@huoti/ui';`,
    `import type { X } from '@huoti/ui';`,
    `export { x } from '@huoti/ui';`,
    `export * from '@huoti/ui';`,
    `const x = import('@huoti/ui');`,
    `let x: import('@huoti/ui').X;`,
    `import x = require('@huoti/ui');`,
    `const x = require('@huoti/ui');`,
  ])('%s', (code) => {
    expect(verdict('packages/core/src/a.ts', code)).toEqual(['arrow']);
  });
});

describe('relative paths', () => {
  it('stay inside a package', () => {
    expect(verdict('packages/core/src/session/a.ts', `import { x } from '../frame/x.js';`)).toEqual([]);
    expect(verdict('packages/core/src/a.ts', `import { x } from '../../protocol/src/x.js';`)).toEqual([
      'leaves',
    ]);
    expect(verdict('scripts/lib/a.mjs', `import { x } from '../../packages/core/src/x.js';`)).toEqual([
      'leaves',
    ]);
  });
  it('may not reach a package whose name begins with this one’s', () => {
    expect(verdict('packages/ui/src/a.ts', `import { x } from '../../ui-browser/src/x.js';`)).toEqual([
      'leaves',
    ]);
  });
});

describe('Node built-ins', () => {
  it.each(['node:fs', 'fs', 'node:crypto'])('%s is refused in what core and protocol ship', (name) => {
    expect(verdict('packages/core/src/a.ts', `import x from '${name}';`)).toEqual(['builtin']);
    expect(verdict('packages/protocol/src/a.ts', `import x from '${name}';`)).toEqual(['builtin']);
  });
  it('are free in tests and in packages of one host', () => {
    expect(verdict('packages/core/src/a.test.ts', `import x from 'node:fs';`)).toEqual([]);
    expect(verdict('packages/cli/src/a.ts', `import x from 'node:fs';`)).toEqual([]);
  });
});
