/**
 * A promise whose callbacks run as timers, the way WeChat's own is up to iOS 15: after every microtask and after timers that were
 * set before. Source text, since it has to be made inside the realm. It reads setTimeout once, the realm's.
 *
 * An async function that was not compiled down uses the engine's own promise, there as here: built code has none left.
 */
export const taskPromise = `(function () {
  const later = (work) => setTimeout(work, 0);
  class Promise {
    constructor(executor) {
      if (typeof executor !== 'function') throw new TypeError('Promise resolver is not a function');
      this._state = 'pending';
      this._value = undefined;
      this._waiting = [];
      let told = false;
      const settle = (state, value) => {
        this._state = state;
        this._value = value;
        const waiting = this._waiting;
        this._waiting = [];
        waiting.forEach((run) => later(run));
      };
      const reject = (reason) => {
        if (!told) { told = true; settle('rejected', reason); }
      };
      const adopt = (value) => {
        if (value === this) return settle('rejected', new TypeError('A promise cannot be resolved with itself'));
        let then;
        try {
          if (value !== null && (typeof value === 'object' || typeof value === 'function')) then = value.then;
        } catch (reason) { return settle('rejected', reason); }
        if (typeof then !== 'function') return settle('fulfilled', value);
        later(() => {
          let done = false;
          try {
            then.call(value,
              (next) => { if (!done) { done = true; adopt(next); } },
              (reason) => { if (!done) { done = true; settle('rejected', reason); } });
          } catch (reason) { if (!done) { done = true; settle('rejected', reason); } }
        });
      };
      const resolve = (value) => {
        if (!told) { told = true; adopt(value); }
      };
      try { executor(resolve, reject); } catch (reason) { reject(reason); }
    }
    then(onFulfilled, onRejected) {
      const Kind = this.constructor[Symbol.species] || Promise;
      return new Kind((resolve, reject) => {
        const run = () => {
          const handler = this._state === 'fulfilled' ? onFulfilled : onRejected;
          if (typeof handler !== 'function') {
            return this._state === 'fulfilled' ? resolve(this._value) : reject(this._value);
          }
          try { resolve(handler(this._value)); } catch (reason) { reject(reason); }
        };
        if (this._state === 'pending') this._waiting.push(run); else later(run);
      });
    }
    catch(onRejected) { return this.then(undefined, onRejected); }
    finally(work) {
      return this.then(
        (value) => Promise.resolve(work()).then(() => value),
        (reason) => Promise.resolve(work()).then(() => { throw reason; }));
    }
    static get [Symbol.species]() { return this; }
    static resolve(value) { return value instanceof this ? value : new this((resolve) => resolve(value)); }
    static reject(reason) { return new this((resolve, reject) => reject(reason)); }
    static all(list) {
      return new this((resolve, reject) => {
        const values = []; let open = 1;
        const one = () => { open -= 1; if (open === 0) resolve(values); };
        let at = 0;
        for (const item of list) {
          const index = at++; open += 1;
          this.resolve(item).then((value) => { values[index] = value; one(); }, reject);
        }
        one();
      });
    }
    static allSettled(list) {
      return this.all(Array.from(list, (item) => this.resolve(item).then(
        (value) => ({ status: 'fulfilled', value }), (reason) => ({ status: 'rejected', reason }))));
    }
    static race(list) {
      return new this((resolve, reject) => { for (const item of list) this.resolve(item).then(resolve, reject); });
    }
    static any(list) {
      return new this((resolve, reject) => {
        const all = Array.from(list); let open = all.length;
        if (open === 0) reject(new Error('All promises were rejected'));
        for (const item of all) this.resolve(item).then(resolve, () => {
          open -= 1; if (open === 0) reject(new Error('All promises were rejected'));
        });
      });
    }
  }
  globalThis.Promise = Promise;
})()`;
