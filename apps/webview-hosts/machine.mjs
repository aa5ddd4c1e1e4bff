import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../', import.meta.url));

/** A file below a folder whose name holds the machine's own triplet, such as `x86_64-linux-gnu`. @param {string} path */
const inLibraries = (path) =>
  existsSync('/usr/lib') &&
  readdirSync('/usr/lib').some((triplet) => existsSync(`/usr/lib/${triplet}/${path}`));

/** A module of the system's own Python. @param {string} folder @param {string} module */
const pythonHas = (folder, module) => {
  const path = `/usr/lib/python3/dist-packages/${folder}`;
  return existsSync(path) && readdirSync(path).some((name) => name.startsWith(`${module}.`));
};

/** @param {...string} names */
const programs = (...names) => names.every((name) => existsSync(`/usr/bin/${name}`));

/** What the suites need, and whether it is here. @type {Record<string, () => boolean>} */
const FOUND = {
  footage: () => existsSync(process.env.HUOTI_FIXTURES || `${repository}../shared/fixtures`),
  python: () => programs('python3'),
  display: () => programs('Xvfb'),
  ffmpeg: () => programs('ffmpeg'),
  chromium: () => Boolean(process.env.CHROME_PATH) || programs('chromium'),
  firefox: () => programs('firefox-esr'),
  webkitgtk: () =>
    inLibraries('girepository-1.0/WebKit2-4.1.typelib') && inLibraries('gstreamer-1.0/libgstjpeg.so'),
  qt5: () => pythonHas('PyQt5', 'QtWebEngineWidgets') && pythonHas('PyQt5', 'QtWebChannel'),
  qt6: () => pythonHas('PyQt6', 'QtWebEngineWidgets') && pythonHas('PyQt6', 'QtWebChannel'),
  pipewire: () =>
    programs('pipewire', 'wireplumber', 'gst-launch-1.0', 'dbus-daemon') &&
    inLibraries('gstreamer-1.0/libgstpipewire.so') &&
    existsSync('/usr/lib/python3/dist-packages/dbus'),
};

const HOSTED = ['footage', 'ffmpeg', 'python', 'display'];

/** What each suite needs. @type {Record<string, string[]>} */
const NEEDS = {
  'python.test.ts': ['python'],
  'engines/chromium.test.ts': ['footage', 'ffmpeg', 'chromium'],
  'engines/pageCamera.test.ts': [...HOSTED, 'webkitgtk', 'firefox', 'pipewire'],
  'engines/webkitgtk.test.ts': [...HOSTED, 'webkitgtk'],
  'engines/grant.test.ts': [...HOSTED, 'webkitgtk'],
  'engines/qt5.test.ts': [...HOSTED, 'qt5'],
  'engines/qt6.test.ts': [...HOSTED, 'qt6'],
};

/**
 * Suites that can't run on this machine, each with what is missing: they are left out, and never counted as passed.
 *
 * @returns {{suite: string, missing: string[]}[]}
 */
export const suitesLeftOut = () =>
  Object.entries(NEEDS)
    .map(([suite, needs]) => ({ suite, missing: needs.filter((name) => FOUND[name]?.() !== true) }))
    .filter(({ missing }) => missing.length > 0);
