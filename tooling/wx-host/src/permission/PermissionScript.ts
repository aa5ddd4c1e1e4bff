/** How the user and the system stand towards the camera. It may be changed while the mini-program runs. */
export interface PermissionScript {
  /** `scope.camera`: undefined before the first question. @default undefined */
  scope: boolean | undefined;
  /** What the user answers when the platform asks; it asks once. @default 'grant' */
  answer: 'grant' | 'refuse';
  /** What the user sets in the settings page; `undefined` leaves it. @default undefined */
  inSettings: boolean | undefined;
  /** How long a person takes to answer, in ms. @default 5 */
  answerAfterMs: number;
}
