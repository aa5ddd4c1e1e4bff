import { spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PORTAL = fileURLToPath(new URL('../../pipewire/cameraPortal.py', import.meta.url));
const START_MS = 15_000;
const GRACE_MS = 1000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
/** As long at most, and it keeps nobody waiting. */
const grace = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());

/** A camera of the machine that shows what a test wants. */
export interface VirtualCamera {
  /** Environment for a browser that shall see it. */
  readonly env: Readonly<Record<string, string>>;
  /** Holds one picture still. */
  hold(file: string): void;
  /** Plays the pictures of a folder once, from now, and holds the last one. */
  play(folder: string, fps?: number): void;
  /** The device is pulled out. */
  unplug(): Promise<void>;
  stop(): Promise<void>;
}

/** What {@link startVirtualCamera} takes. */
export interface VirtualCameraOptions {
  /** What it shows first; all pictures have this one's size. */
  readonly picture: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A private D-Bus, PipeWire with a session manager, a Camera portal, and a source that reads one JPEG file for each frame. */
export async function startVirtualCamera({
  picture,
  widthPx,
  heightPx,
}: VirtualCameraOptions): Promise<VirtualCamera> {
  const folder = mkdtempSync(join(tmpdir(), 'huoti-pipewire-'));
  chmodSync(folder, 0o700);
  const current = join(folder, 'current.jpg');
  copyFileSync(picture, current);
  const children: ChildProcess[] = [];
  let playing: NodeJS.Timeout | null = null;
  const env: Record<string, string> = {
    XDG_RUNTIME_DIR: folder,
    DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(folder, 'bus')}`,
  };

  const start = (program: string, args: readonly string[]): ChildProcess => {
    const child = spawn(program, [...args], {
      stdio: ['ignore', 'pipe', process.env.HUOTI_HOSTS_LOG === '1' ? 'inherit' : 'ignore'],
      env: { ...process.env, ...env },
    });
    children.push(child);
    return child;
  };
  const show = (file: string): void => {
    const next = `${current}.next`;
    rmSync(next, { force: true });
    try {
      linkSync(file, next);
    } catch {
      // Across file systems.
      copyFileSync(file, next);
    }
    renameSync(next, current);
  };
  const halt = (): void => {
    if (playing !== null) clearInterval(playing);
    playing = null;
  };
  const end = async (child: ChildProcess): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill();
    await Promise.race([gone, grace(GRACE_MS)]);
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await gone;
    }
  };
  const stop = async (): Promise<void> => {
    halt();
    for (const child of [...children].reverse()) await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  const whenThere = async (what: string, isThere: () => boolean): Promise<void> => {
    for (const untilMs = Date.now() + START_MS; !isThere(); await pause(50)) {
      if (Date.now() > untilMs) throw new TypeError(`${what} did not come up`);
    }
  };

  try {
    start('dbus-daemon', ['--session', '--nofork', `--address=${env.DBUS_SESSION_BUS_ADDRESS}`]);
    await whenThere('the bus', () => existsSync(join(folder, 'bus')));
    start('pipewire', []);
    await whenThere('PipeWire', () => existsSync(join(folder, 'pipewire-0')));
    start('wireplumber', []);
    const portal = start('/usr/bin/python3', [PORTAL]);
    await new Promise<void>((resolve, reject) => {
      portal.stdout?.once('data', () => resolve());
      portal.once('exit', () => reject(new TypeError('the portal ended')));
    });
    // A session manager has to be there before there is something to manage.
    await pause(1200);
    const size = `width=${widthPx},height=${heightPx},framerate=30/1`;
    const facts = 'p,media.class=Video/Source,media.role=Camera,node.name=huoti,node.description=huoti';
    const source = start('gst-launch-1.0', [
      '-q',
      ...['multifilesrc', `location=${current}`, 'loop=true', 'caps=image/jpeg,framerate=30/1'],
      ...['!', 'jpegdec', '!', 'videoconvert', '!', `video/x-raw,format=I420,${size}`],
      ...['!', 'clocksync', '!', 'pipewiresink', 'mode=provide', `stream-properties=${facts}`],
    ]);
    await pause(1500);
    if (source.exitCode !== null)
      throw new TypeError('the camera ended: is gstreamer1.0-pipewire installed?');
    return {
      env,
      hold(file) {
        halt();
        show(file);
      },
      play(frames, fps = 30) {
        halt();
        const files = readdirSync(frames).sort();
        const beganAtMs = performance.now();
        playing = setInterval(() => {
          const at = Math.floor(((performance.now() - beganAtMs) * fps) / 1000);
          const file = files[Math.min(at, files.length - 1)];
          if (file !== undefined) show(join(frames, file));
          if (at >= files.length) halt();
        }, 1000 / fps);
      },
      unplug: () => end(source),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
