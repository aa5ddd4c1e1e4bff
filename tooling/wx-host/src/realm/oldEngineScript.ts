/**
 * Takes away what came into the language after ES2018, as far as it is a name: phones with iOS 11 and WebViews of Chrome 66 are still
 * about, and the platform's own polyfills differ between versions.
 */
export const oldEngineScript = `(function () {
  const take = (owner, names) => names.forEach((name) => { delete owner[name]; });
  take(Array.prototype, ['at', 'flat', 'flatMap', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']);
  const typed = Object.getPrototypeOf(Uint8Array.prototype);
  take(typed, ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'with']);
  take(String.prototype, ['at', 'replaceAll', 'matchAll', 'trimStart', 'trimEnd', 'isWellFormed', 'toWellFormed']);
  take(Object, ['hasOwn', 'fromEntries', 'groupBy']);
  take(Promise, ['any', 'allSettled', 'withResolvers']);
  take(Symbol.prototype, ['description']);
  take(globalThis, ['WeakRef', 'FinalizationRegistry', 'AggregateError', 'BigInt', 'BigInt64Array', 'BigUint64Array', 'Atomics']);
})()`;
