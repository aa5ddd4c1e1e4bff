import { existsSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { arrowIsAllowed, placeOf } from './arrows.mjs';

const SCOPE = '@huoti/';
/** Packages that must run where there is no Node. */
const PLATFORM_NEUTRAL = new Set(['core', 'protocol']);
const AREAS = /** @type {const} */ (['packages', 'apps', 'tooling']);

/**
 * @param {string} specifier for example `@huoti/core/testing`
 * @param {string} root
 * @returns {import('./arrows.mjs').Place | undefined}
 */
function packageNamed(specifier, root) {
  const name = specifier.slice(SCOPE.length).split('/')[0] ?? '';
  const area = AREAS.find((one) => existsSync(join(root, one, name))) ?? 'packages';
  return { area, name };
}

/** @type {import('eslint').Rule.RuleModule} */
export const importBoundaries = {
  meta: {
    type: 'problem',
    docs: { description: 'allow only the arrows between packages that the architecture names' },
    schema: [],
    messages: {
      arrow:
        '{{from}} must not import {{to}}: the architecture has no such arrow (tooling/eslint-config/rules/arrows.mjs).',
      leaves:
        '{{specifier}} leaves the package {{from}} by a relative path: import the other package by its name.',
      builtin: '{{from}} runs where there is no Node: take what {{specifier}} gives as an argument.',
    },
  },
  create(context) {
    const path = relative(context.cwd, context.filename).split(sep).join(posix.sep);
    const from = placeOf(path);
    if (from === undefined) return {};
    const home = join(context.cwd, from.area === 'scripts' ? 'scripts' : join(from.area, from.name));

    /** @param {import('estree').Node} node @param {unknown} specifier */
    const check = (node, specifier) => {
      if (typeof specifier !== 'string') return;
      const report = (/** @type {string} */ messageId, to = specifier) =>
        context.report({ node, messageId, data: { from: `${SCOPE}${from.name}`, to, specifier } });
      if (specifier.startsWith('.')) {
        const target = resolve(dirname(context.filename), specifier);
        if (target !== home && !target.startsWith(home + sep)) report('leaves');
      } else if (specifier.startsWith(SCOPE)) {
        const target = packageNamed(specifier, context.cwd);
        if (target !== undefined && !arrowIsAllowed(path, target)) report('arrow', `${SCOPE}${target.name}`);
      } else if (isBuiltin(specifier) && PLATFORM_NEUTRAL.has(from.name)) {
        if (path.startsWith(`packages/${from.name}/src/`) && !path.endsWith('.test.ts')) report('builtin');
      }
    };

    /** @param {any} node a declaration or an expression with a `source` */
    const checkSource = (node) => check(node, node.source?.value);
    return {
      ImportDeclaration: checkSource,
      ExportNamedDeclaration: checkSource,
      ExportAllDeclaration: checkSource,
      ImportExpression: checkSource,
      /** @param {any} node `import('x').Y` in a type; the parser names its source one way or the other */
      TSImportType: (node) => check(node, node.source?.value ?? node.argument?.literal?.value),
      /** @param {any} node `import x = require('y')` */
      TSExternalModuleReference: (node) => check(node, node.expression?.value),
      'CallExpression[callee.name="require"]': (/** @type {any} */ node) =>
        check(node, node.arguments[0]?.value),
    };
  },
};
