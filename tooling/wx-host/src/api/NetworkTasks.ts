/** Requests that have not been answered. */
export class NetworkTasks {
  readonly #open = new Map<object, string>();

  start(url: string): object {
    const task = {};
    this.#open.set(task, url);
    return task;
  }

  end(task: object): void {
    this.#open.delete(task);
  }

  /** URLs of the open ones. */
  list(): string[] {
    return [...this.#open.values()];
  }
}
