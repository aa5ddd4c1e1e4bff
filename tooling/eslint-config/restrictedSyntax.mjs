/** @typedef {{selector: string, message: string}} Restriction */

const TESTER = '/^(it|test|describe)$/';

/** @type {Restriction[]} */
export const EVERYWHERE = [
  {
    selector: 'TSAsExpression > TSAsExpression[typeAnnotation.type="TSUnknownKeyword"]',
    message: 'A cast through unknown hides a wrong type: parse or narrow the value.',
  },
];

/** @type {Restriction[]} */
export const NO_DEFAULT_EXPORT = [
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Export it by name: a default export has a different name in every file.',
  },
];

/** @type {Restriction[]} */
export const NO_BARE_ERROR = [
  {
    selector: 'ThrowStatement > NewExpression[callee.name="Error"]',
    message: 'Throw a HuotiError with a code: a caller cannot tell bare errors apart.',
  },
];

/** @type {Restriction[]} */
export const NO_EXPORT_ALL = [
  { selector: 'ExportAllDeclaration', message: 'An index lists its public names one by one.' },
];

/** @type {Restriction[]} */
export const WHOLE_TESTS = [
  {
    selector: `MemberExpression[object.name=${TESTER}][property.name=/^(only|skip|todo|failing)$/]`,
    message: 'Every test runs, or is not there: no focused, skipped or planned tests.',
  },
  {
    selector: 'CallExpression[callee.name=/^(fit|xit|fdescribe|xdescribe|xtest)$/]',
    message: 'Every test runs, or is not there: no focused or skipped tests.',
  },
  {
    selector:
      'CallExpression[callee.object.name="jest"][callee.property.name=/^(mock|unstable_mockModule|doMock)$/]',
    message: 'Pass a fake that keeps the real interface; a mocked module tests the mock.',
  },
];

/**
 * @param {...Restriction[]} lists
 * @returns {['error', ...Restriction[]]} the setting of `no-restricted-syntax`; a later block replaces it whole, so it is always made here
 */
export const restrict = (...lists) => ['error', ...EVERYWHERE, ...lists.flat()];
