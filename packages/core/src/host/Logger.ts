/** Plain facts for whoever runs the page. Never a picture, a landmark, a token or a device label. */
export interface Logger {
  /** Something a developer wants while integrating. */
  debug(message: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
  /** The session goes on, and an operator should know. */
  warn(message: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
}
