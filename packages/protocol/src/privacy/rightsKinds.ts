/**
 * What a person may ask of the operator. `access` and `portability` give an archive, the second one for another operator; `restrict` keeps
 * what there is and uses none of it; `withdraw` takes a consent back; `correct` and `delete` say what they do.
 */
export const RIGHTS_KINDS = ['access', 'portability', 'correct', 'delete', 'restrict', 'withdraw'] as const;
/** One of {@link RIGHTS_KINDS}. */
export type RightsKind = (typeof RIGHTS_KINDS)[number];
