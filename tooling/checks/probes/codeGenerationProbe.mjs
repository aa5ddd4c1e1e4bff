/**
 * Imports one built module with every way to make code out of text counted and throwing, lets an exercise run on it, and
 * prints the ways that were tried. A library may try in a `try` block, as a probe: a strict content policy reports even that.
 */
const [, , url, exercise] = process.argv;
const tried = [];
const refuse = (name) =>
  function () {
    tried.push(name);
    throw new EvalError(`${name} makes code out of text`);
  };
const kinds = [function () {}, function* () {}, async function () {}, async function* () {}];
for (const kind of kinds) {
  const { constructor } = Object.getPrototypeOf(kind);
  const refused = refuse(constructor.name);
  refused.prototype = constructor.prototype;
  Object.defineProperty(constructor.prototype, 'constructor', {
    value: refused,
    configurable: true,
    writable: true,
  });
}
const { Function: Native } = globalThis;
globalThis.Function = Object.assign(refuse('Function'), { prototype: Native.prototype });
Object.defineProperty(globalThis.Function, 'prototype', { value: Native.prototype });
Object.defineProperty(globalThis, 'eval', { value: refuse('eval') });

const module = await import(url);
if (exercise) (await import(exercise)).exercise(module);
process.stdout.write(JSON.stringify(tried));
