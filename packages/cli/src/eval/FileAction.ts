import type { TimedAction } from './matchActions.js';

/** An action in a file, as the table names it. */
export interface FileAction extends TimedAction {
  readonly file: string;
}
