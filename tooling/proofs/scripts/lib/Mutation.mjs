/**
 * One promise that is broken on purpose, and the test that has to notice.
 *
 * @typedef {object} Mutation
 * @property {string} promise id in `PROMISES` of packages/privacy
 * @property {string} breaks what is done to the copy, in a few words
 * @property {readonly {file: string, find: string, replace: string}[]} edits `find` stands in the file exactly once
 * @property {readonly import('./buildSteps.mjs').BuildStep[]} [rebuild] what the test looks at as it was built; default: nothing
 * @property {{package: string, file: string, title: string, within?: string}} test folder of the package, the file in it, the title as it is
 *   written there; `within` is the name of the `describe` around it, as it is shown, where that has several
 */

export {};
