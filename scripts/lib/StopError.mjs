/** Ends a root command with one line for the person and an exit code, without a stack trace. */
export class StopError extends Error {
  /**
   * @param {string} message one line: what is wrong and how to mend it
   * @param {{exitCode?: number}} [options] 1 something failed, 2 wrong usage, 3 the machine lacks something; default: 1
   */
  constructor(message, { exitCode = 1 } = {}) {
    super(message);
    this.name = 'StopError';
    this.exitCode = exitCode;
  }
}
