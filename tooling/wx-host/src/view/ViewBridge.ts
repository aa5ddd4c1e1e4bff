import type { ComponentSource } from './ComponentSource.js';

/** What the view tells the logic. Values are JSON text, but for the names. */
export interface ViewBridge {
  /** What the logic declared at a path; `null` where it declared nothing. */
  source(path: string): ComponentSource | null;
  /** A component has been made; its properties as they are. */
  created(instance: number, path: string, properties: string): void;
  /** A component is in the page, drawn, or has been taken out. */
  lifetime(instance: number, name: 'attached' | 'ready' | 'detached'): void;
  /** A property was given a new value. */
  changed(instance: number, property: string, value: string): void;
  /** A method is called by an event. */
  event(instance: number, method: string, event: string): void;
}
