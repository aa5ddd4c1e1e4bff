/** How the platform's privacy agreement stands. It may be changed while the mini-program runs. */
export interface PrivacyScript {
  /** Whether the user still has to agree. @default false */
  needed: boolean;
  /** Whether the operator has declared the camera in the admin console. @default true */
  declared: boolean;
  /** What the user answers to the platform's own window, shown where the mini-program listens to no `onNeedPrivacyAuthorization`. @default 'agree' */
  answer: 'agree' | 'disagree';
}
