/** Where the console lives. */
export const CONSOLE_PATH = '/console';
