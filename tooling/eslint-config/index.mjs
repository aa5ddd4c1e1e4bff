import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

/** The one lint configuration of the repository. */
export const config = tseslint.config(
  { ignores: ['**/dist/**', '**/.cache/**', '**/.turbo/**', 'reports/**', '**/coverage/**'] },
  eslint.configs.recommended,
  ...tseslint.configs.recommended,
);
