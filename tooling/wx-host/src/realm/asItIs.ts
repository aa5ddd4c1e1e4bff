/** A value that {@link Realm.expose} hands over without a copy. */
export class AsItIs {
  constructor(readonly value: unknown) {}
}

/** Marks a value that is to cross into a realm as it is: memory, instances, streams of pictures. */
export function asItIs(value: unknown): AsItIs {
  return new AsItIs(value);
}
