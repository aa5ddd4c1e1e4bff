/**
 * In the place of `Object.hasOwn`, which phones before 2022 lack.
 *
 * @param {object} owner
 * @param {PropertyKey} name
 */
module.exports = (owner, name) => Object.prototype.hasOwnProperty.call(owner, name);
