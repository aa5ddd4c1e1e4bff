/**
 * What is offered after an end that is not a success. The alternative method is offered every time: a person who cannot
 * or will not show a face must never be stuck.
 */
export interface Guidance {
  /** Whether "Try again" is offered: false where another try cannot help. */
  readonly retry: boolean;
  readonly alternative: true;
}
