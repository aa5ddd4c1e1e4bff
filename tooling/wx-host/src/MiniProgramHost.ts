import type { HostFacts } from './api/HostFacts.js';
import type { HostCamera } from './camera/HostCamera.js';
import type { MiniProgramKind } from './MiniProgramKind.js';
import type { OpenPage } from './page/OpenPage.js';
import type { PermissionScript } from './permission/PermissionScript.js';
import type { PrivacyScript } from './permission/PrivacyScript.js';
import type { Realm } from './realm/Realm.js';
import type { HostRecord } from './record/HostRecord.js';
import type { StillAlive } from './StillAlive.js';
import type { HostWorker } from './worker/HostWorker.js';

/** A mini-program that runs, and the hands of the test around it. */
export interface MiniProgramHost {
  readonly kind: MiniProgramKind;
  /** Runs `app.js`, `onLaunch` and `onShow`. Called by the first `open` if it was not before. */
  launch(): void;
  /**
   * Opens a page on top of the others, its package fetched first. Resolves when its first picture is drawn and `onReady` was called.
   *
   * @param route as in `app.json`; default: the entry page
   * @throws TypeError where there is no such page, or its script throws
   */
  open(route?: string, query?: Readonly<Record<string, string>>): Promise<OpenPage>;
  /** The page in front. @throws TypeError where none is open */
  front(): OpenPage;
  readonly pages: readonly OpenPage[];
  /** The user goes back, as the arrow at the top does; from the first page the app goes behind. */
  back(): Promise<void>;
  /** The user closes the mini-program: all pages are unloaded, the one in front first. What still lives can be looked at. */
  leave(): Promise<void>;
  /** The user leaves the app for another, and comes back. */
  hideApp(): Promise<void>;
  showApp(): Promise<void>;
  /** The system is short of memory; level 10 is Android's middle one. */
  warnOfMemory(level?: number): Promise<void>;
  /** A call comes in, or ends. */
  interruptAudio(phase?: 'begin' | 'end'): Promise<void>;
  /** The phone changes its theme, or its window. Sizes in logical px. */
  changeTheme(theme: HostFacts['theme']): Promise<void>;
  resize(windowWidth: number, windowHeight: number): Promise<void>;
  readonly camera: HostCamera;
  /** May be changed at any time: what the user answers, what the settings page says. */
  readonly permission: PermissionScript & { readonly askedCount: number };
  readonly privacy: PrivacyScript & { readonly askedCount: number };
  readonly facts: HostFacts;
  readonly record: HostRecord;
  /** Members of the platform's object that were read and are not emulated, `wx.cloud`. */
  missing(): string[];
  /** Workers that were made, ended ones included. */
  readonly workers: readonly HostWorker[];
  /** Roots of the packages that are there; `''` is the main one. */
  fetchedPackages(): readonly string[];
  /** The logic's realm, for a test that wants to run something in it. */
  readonly realm: Realm;
  /** The platform's object as the mini-program sees it. */
  readonly api: object;
  alive(): StillAlive;
  /** Ends everything: pages, timers, workers, the view. Nothing of the mini-program is called afterwards. */
  close(): void;
}
