/**
 * A line of progress. It goes to standard error in every command, so that standard output carries results only.
 *
 * @param {string} line
 */
export function note(line) {
  process.stderr.write(`${line}\n`);
}
