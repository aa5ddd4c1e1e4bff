/** How a call fails: the text after `name:fail `, and numbers where the platform gives them. */
export class CallFailure {
  constructor(
    readonly reason: string,
    readonly numbers: { readonly errno?: number; readonly errCode?: number } = {},
  ) {}
}
