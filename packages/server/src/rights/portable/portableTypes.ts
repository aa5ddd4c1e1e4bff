/** `typ` and `cty` of the sealed form: a signed document, encrypted to whoever it goes to. */
export const PORTABLE_TYPES = { sealed: 'huoti-portable+jwe', signed: 'huoti-portable+jwt' } as const;
