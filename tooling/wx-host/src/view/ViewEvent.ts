/** An event on its way from the view to the logic, as JSON. */
export interface ViewEvent {
  readonly type: string;
  readonly handler: string;
  readonly detail: unknown;
  readonly [name: string]: unknown;
}
