import type { Answering } from '../api/Answering.js';
import type { CameraPermission } from '../permission/CameraPermission.js';
import type { Privacy } from '../permission/Privacy.js';
import type { Realm } from '../realm/Realm.js';
import type { CameraElement } from './CameraElement.js';
import type { CameraOptions } from './CameraOptions.js';
import { fitPicture } from './fitPicture.js';
import type { FrameListener } from './FrameListener.js';
import type { LiveCamera } from './LiveCamera.js';
import type { Picture } from './Picture.js';
import { turnPicture } from './turnPicture.js';

/** What {@link CameraHardware} takes. */
export interface CameraHardwareOptions {
  realm: Realm;
  answering: Answering;
  permission: CameraPermission;
  privacy: Privacy;
  /** May be changed at any time. */
  options: CameraOptions;
  readyEvent: string;
}

/** The phone's camera: it gives pictures to running listeners while a `<camera>` is there, allowed and ready. */
export class CameraHardware {
  /** Pictures that went to a listener. */
  deliveredCount = 0;
  /** Pictures that nobody could take. */
  unseenCount = 0;
  readonly listeners = new Set<FrameListener>();
  readonly #cameras = new Map<object, LiveCamera>();
  #inFront = true;

  constructor(readonly inside: CameraHardwareOptions) {}

  /** Cameras of all pages, in the order they came. */
  get cameras(): readonly LiveCamera[] {
    return [...this.#cameras.values()];
  }

  /** The camera that a context means: by its id, or the page's only one. */
  cameraOf(page: object, id: string | null): LiveCamera | undefined {
    return this.cameras.find(
      (camera) =>
        camera.page === page && (id === null || camera.element.id === id) && camera.state !== 'refused',
    );
  }

  /** A page has been drawn: which cameras it has now, by a key that lasts as long as the element. */
  scan(page: object, elements: ReadonlyMap<object, CameraElement>): void {
    for (const [key, camera] of this.#cameras) {
      if (camera.page !== page || elements.has(key)) continue;
      camera.state = 'gone';
      this.#cameras.delete(key);
    }
    for (const [key, element] of elements) {
      const known = this.#cameras.get(key);
      if (known) {
        known.element = element;
        continue;
      }
      const camera: LiveCamera = { page, element, state: 'starting' };
      this.#cameras.set(key, camera);
      void this.#start(camera);
    }
  }

  /** The app goes behind: cameras stop and say so. */
  hide(): void {
    this.#inFront = false;
    for (const camera of this.#cameras.values()) {
      if (camera.state !== 'ready') continue;
      camera.state = 'stopped';
      camera.element.dispatch('stop', {});
    }
  }

  /** The app comes back. */
  show(): void {
    this.#inFront = true;
    const { afterReturn, readyAfterMs } = this.inside.options;
    for (const camera of this.#cameras.values()) {
      if (camera.state !== 'stopped' || afterReturn === 'dead') continue;
      this.inside.answering.later(() => this.#ready(camera, afterReturn === 'ready'), readyAfterMs);
    }
  }

  /** The system takes the camera away: `stop` on every ready element, no pictures after it. */
  interrupt(): void {
    for (const camera of this.#cameras.values()) {
      if (camera.state !== 'ready') continue;
      camera.state = 'refused';
      camera.element.dispatch('stop', {});
    }
  }

  /** The camera breaks: `error` on every element. */
  fail(reason = 'camera error'): void {
    for (const camera of this.#cameras.values()) this.#refuse(camera, reason);
  }

  /** Gives one upright picture. @returns how many listeners took it */
  feed(picture: Picture): number {
    let taken = 0;
    for (const camera of this.#cameras.values()) {
      if (camera.state !== 'ready' || !this.#inFront) continue;
      const shown = this.shape(picture, camera.element.frameSize);
      for (const listener of [...this.listeners]) {
        if (!listener.running || this.cameraOf(listener.page, listener.cameraId) !== camera) continue;
        this.#deliver(listener, shown);
        taken += 1;
      }
    }
    this.deliveredCount += taken;
    if (taken === 0) this.unseenCount += 1;
    return taken;
  }

  /** What the camera makes of an upright picture: its size, its turn and its mirroring. */
  shape(picture: Picture, frameSize: CameraElement['frameSize']): Picture {
    const { sizes, rotationDegrees, mirrored } = this.inside.options;
    const fitted = fitPicture(picture, sizes[frameSize]);
    const turn = ((360 - rotationDegrees) % 360) as 0 | 90 | 180 | 270;
    return turn === 0 && !mirrored ? fitted : turnPicture(fitted, { rotationDegrees: turn, mirrored });
  }

  #deliver(listener: FrameListener, { data, widthPx: width, heightPx: height }: Picture): void {
    if (listener.worker) {
      listener.worker.takeFrame(width, height, new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
      return;
    }
    if (listener.buffer?.byteLength !== data.byteLength) {
      listener.buffer = this.inside.realm.buffer(data.byteLength);
    }
    new Uint8Array(listener.buffer).set(data);
    this.inside.realm.call(listener.callback, undefined, { width, height, data: listener.buffer });
  }

  async #start(camera: LiveCamera): Promise<void> {
    const { privacy, permission, options, answering } = this.inside;
    const second = this.cameras.some(
      (one) => one !== camera && one.page === camera.page && one.state !== 'gone' && one.state !== 'refused',
    );
    if (second) return this.#refuse(camera, 'a page can only insert one camera');
    if (!options.present) return this.#refuse(camera, 'no camera on this device');
    const refused = await privacy.ask('camera');
    if (refused) return this.#refuse(camera, refused.reason);
    if (!(await permission.ask())) return this.#refuse(camera, 'auth deny');
    answering.later(() => this.#ready(camera, true), options.readyAfterMs);
  }

  #ready(camera: LiveCamera, told: boolean): void {
    if (camera.state === 'gone' || camera.state === 'refused') return;
    if (!this.#inFront) {
      camera.state = 'stopped';
      return;
    }
    camera.state = 'ready';
    if (told) camera.element.dispatch(this.inside.readyEvent, { maxZoom: 10 });
  }

  #refuse(camera: LiveCamera, reason: string): void {
    if (camera.state === 'gone') return;
    camera.state = 'refused';
    camera.element.dispatch('error', { errMsg: `insertCamera:fail ${reason}` });
  }
}
