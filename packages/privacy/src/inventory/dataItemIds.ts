/** Every kind of data that huoti has to do with, in the order in which a notice tells of them. */
export const DATA_ITEM_IDS = [
  'camera-picture',
  'face-points',
  'face-pictures',
  'face-template',
  'host-facts',
  'camera-facts',
  'camera-name',
  'camera-integrity',
  'device-abilities',
  'display-preferences',
  'session-key',
  'connection',
  'session-record',
  'platform-identity',
  'age-band',
  'guardian-consent',
  'consent-receipt',
  'rights-request',
  'audit-entry',
] as const;
/** One of {@link DATA_ITEM_IDS}. */
export type DataItemId = (typeof DATA_ITEM_IDS)[number];
