import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';
import {
  NO_BARE_ERROR,
  NO_DEFAULT_EXPORT,
  NO_EXPORT_ALL,
  restrict,
  WHOLE_TESTS,
} from './restrictedSyntax.mjs';
import { importBoundaries } from './rules/importBoundaries.mjs';
import { typedPackages } from './typedPackages.mjs';

const TYPED = ['{packages,apps,tooling}/*/{src,test}/**/*.{ts,tsx}'];
const TESTS = ['**/*.test.{ts,tsx}', '**/test/**/*.{ts,tsx}'];
const SHIPPED = ['packages/*/src/**/*.{ts,tsx}'];
/** Taro finds the app, its pages and their settings by their default export. */
const TARO_ENTRIES = [
  'apps/demo-wechat/src/app.tsx',
  'apps/demo-wechat/src/**/index.tsx',
  'apps/demo-wechat/src/**/*.config.ts',
];
const NEUTRAL = ['packages/{core,protocol}/src/**/*.ts'];

/** What browsers and Node have and a mini-program may lack; the compiler knows these names in tests only. */
const HOST_GLOBALS = [
  ...[
    'window',
    'document',
    'navigator',
    'location',
    'self',
    'performance',
    'crypto',
    'localStorage',
    'fetch',
  ],
  ...[
    'setTimeout',
    'setInterval',
    'clearTimeout',
    'clearInterval',
    'queueMicrotask',
    'requestAnimationFrame',
  ],
  ...[
    'AbortController',
    'AbortSignal',
    'DOMException',
    'ImageData',
    'process',
    'Buffer',
    'structuredClone',
    'console',
  ],
];

/** The one lint configuration of the repository. */
export const config = tseslint.config(
  { ignores: ['**/dist/**', '**/.cache/**', '**/.turbo/**', 'reports/**', '**/coverage/**'] },
  eslint.configs.recommended,
  ...tseslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { huoti: { rules: { 'import-boundaries': importBoundaries } } },
    rules: {
      'huoti/import-boundaries': 'error',
      eqeqeq: 'error',
      'prefer-const': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': restrict(),
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  // The compiler checks these with `checkJs`; it knows Node's names and ESLint would need a list of them.
  {
    files: ['**/*.mjs', '**/*.cjs'],
    rules: { 'no-undef': 'off', '@typescript-eslint/no-require-imports': 'off' },
  },
  // A mini-program's own scripts: CommonJS, with the platform's names.
  {
    files: ['apps/demo-wechat-native/miniprogram/**/*.js'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: Object.fromEntries(
        ['App', 'Page', 'wx', 'WXWebAssembly', 'setInterval', 'clearInterval'].map((name) => [
          name,
          'readonly',
        ]),
      ),
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  ...typedPackages(),
  {
    files: TYPED,
    rules: {
      'no-restricted-syntax': restrict(NO_DEFAULT_EXPORT),
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  { files: SHIPPED, rules: { 'no-restricted-syntax': restrict(NO_DEFAULT_EXPORT, NO_BARE_ERROR) } },
  {
    files: ['packages/*/src/**/index.ts'],
    rules: { 'no-restricted-syntax': restrict(NO_DEFAULT_EXPORT, NO_BARE_ERROR, NO_EXPORT_ALL) },
  },
  { files: TARO_ENTRIES, rules: { 'no-restricted-syntax': restrict() } },
  { files: NEUTRAL, rules: { 'no-console': 'error', 'no-restricted-globals': ['error', ...HOST_GLOBALS] } },
  {
    files: TESTS,
    rules: {
      'no-restricted-syntax': restrict(NO_DEFAULT_EXPORT, WHOLE_TESTS),
      'no-console': 'off',
      'no-restricted-globals': 'off',
      'no-new-func': 'off',
    },
  },
);
