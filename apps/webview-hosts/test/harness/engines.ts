import { existsSync, readdirSync } from 'node:fs';

/** What the suite can drive, and what has to be on the machine for it. */
export type EngineName = 'chromium' | 'firefox' | 'webkitgtk' | 'qt5' | 'qt6' | 'pipewire';

/** A file below a folder whose name holds the machine's own triplet, such as `x86_64-linux-gnu`. */
const inLibraries = (path: string): boolean =>
  existsSync('/usr/lib') &&
  readdirSync('/usr/lib').some((triplet) => existsSync(`/usr/lib/${triplet}/${path}`));

const pythonHas = (folder: string, module: string): boolean => {
  const path = `/usr/lib/python3/dist-packages/${folder}`;
  return existsSync(path) && readdirSync(path).some((name) => name.startsWith(`${module}.`));
};

const programs = (...names: readonly string[]): boolean =>
  names.every((name) => existsSync(`/usr/bin/${name}`));

const FOUND: Readonly<Record<EngineName, () => boolean>> = {
  chromium: () => Boolean(process.env.CHROME_PATH) || programs('chromium'),
  firefox: () => programs('firefox-esr'),
  webkitgtk: () =>
    inLibraries('girepository-1.0/WebKit2-4.1.typelib') &&
    inLibraries('gstreamer-1.0/libgstjpeg.so') &&
    programs('Xvfb'),
  qt5: () => pythonHas('PyQt5', 'QtWebEngineWidgets') && pythonHas('PyQt5', 'QtWebChannel'),
  qt6: () => pythonHas('PyQt6', 'QtWebEngineWidgets') && pythonHas('PyQt6', 'QtWebChannel'),
  pipewire: () =>
    programs('pipewire', 'wireplumber', 'gst-launch-1.0', 'dbus-daemon') &&
    inLibraries('gstreamer-1.0/libgstpipewire.so') &&
    existsSync('/usr/lib/python3/dist-packages/dbus'),
};

/**
 * Whether all of these are here. What is missing is said once and loudly, and its tests are left out; where they are required
 * (`npm run test:hosts`) it throws instead.
 *
 * @param suite named in the line that says it is left out
 */
export function enginesFound(suite: string, names: readonly EngineName[]): boolean {
  const missing = names.filter((name) => !FOUND[name]());
  if (missing.length === 0) return true;
  const line = `${suite}: ${missing.join(', ')} not on this machine (npm run test:hosts installs it)`;
  if (process.env.HUOTI_REQUIRE_HOSTS === '1') throw new TypeError(line);
  console.warn(`left out, ${line}`);
  return false;
}
