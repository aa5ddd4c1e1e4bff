import type { PermissionScript } from './PermissionScript.js';

/** The camera's permission: asked once, and after a refusal changed by the settings page alone. */
export class CameraPermission {
  /** How often the user saw the question. */
  asked = 0;
  #question: Promise<boolean> | null = null;

  /**
   * @param script may be changed at any time
   * @param scopeName the camera's name in the settings
   * @param later does something after a time, unless the host has been closed
   */
  constructor(
    readonly script: PermissionScript,
    readonly scopeName: string,
    private readonly later: (work: () => void, delayMs: number) => void,
  ) {}

  /** Resolves to whether the camera may be used; asks the user where nobody has asked before. */
  ask(): Promise<boolean> {
    const { scope } = this.script;
    if (scope !== undefined) return Promise.resolve(scope);
    this.#question ??= this.#askUser();
    return this.#question;
  }

  /** The user has been to the settings page. */
  openSettings(): void {
    const { inSettings, scope } = this.script;
    // A scope that was never asked for is not in the list.
    if (inSettings !== undefined && scope !== undefined) this.script.scope = inSettings;
  }

  /** What `authSetting` says. */
  setting(): Record<string, boolean> {
    const { scope } = this.script;
    return scope === undefined ? {} : { [this.scopeName]: scope };
  }

  async #askUser(): Promise<boolean> {
    this.asked += 1;
    await new Promise<void>((resolve) => this.later(resolve, this.script.answerAfterMs));
    this.script.scope = this.script.answer === 'grant';
    this.#question = null;
    return this.script.scope;
  }
}
