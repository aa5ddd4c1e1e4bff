/**
 * What a person is asked, each by itself and none of it ticked beforehand: `liveness` that the camera looks at the face at all, `trace` that
 * the face's points leave the device, `frames` that pictures of it do (with the points), `comparison` that it is compared with an enrolled face.
 */
export const CONSENT_CHOICES = ['liveness', 'trace', 'frames', 'comparison'] as const;
/** One of {@link CONSENT_CHOICES}. */
export type ConsentChoice = (typeof CONSENT_CHOICES)[number];
