/** The platform has asked whether the person agrees to its privacy guide, and waits. */
export interface PrivacyQuestion {
  /** After a tap on the button with the given id, and only then: the platform checks it. */
  agree(buttonId: string): void;
  decline(): void;
}
