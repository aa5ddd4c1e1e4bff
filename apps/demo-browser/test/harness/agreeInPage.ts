/** What a person does on the consent's pages. */
export interface Person {
  /** Said where the page asks. @default 'adult' */
  readonly age?: 'adult' | 'teen' | 'child';
  /** @default 'agree', with every box ticked */
  readonly answer?: 'agree' | 'refuse';
}

/**
 * Answers the consent's pages of `<huoti-liveness>` as a person does, by presses, once they are there. Runs in the page and stands alone, so
 * that hosts without a driver can be given its text.
 *
 * @returns whether it was asked; a try that asks nothing again goes on by itself
 */
export function agreeInPage({ age = 'adult', answer = 'agree' }: Person = {}): Promise<boolean> {
  const EVERY_MS = 20;
  const PATIENCE_MS = 20_000;
  return new Promise((resolve) => {
    let waitedMs = 0;
    let asked = false;
    const look = (): void => {
      const root = document.querySelector('huoti-liveness')?.shadowRoot ?? null;
      const press = (selector: string): void => root?.querySelector<HTMLElement>(selector)?.click();
      const page = root?.querySelector('.consent') ?? null;
      if (page === null) {
        // Either they have been answered, or the try has gone on without them.
        if (asked || root?.querySelector('.running, .outcome')) return resolve(asked);
      } else if (page.classList.contains('at-age')) press(`[data-band="${age}"]`);
      else if (page.classList.contains('at-notice')) {
        asked = true;
        if (answer === 'agree') {
          root?.querySelectorAll<HTMLInputElement>('.question input').forEach((box) => {
            if (!box.checked) box.click();
          });
        }
        press(`[part~="${answer}-button"]`);
      } else return resolve(true);
      waitedMs += EVERY_MS;
      if (waitedMs > PATIENCE_MS) resolve(asked);
      else setTimeout(look, EVERY_MS);
    };
    look();
  });
}
