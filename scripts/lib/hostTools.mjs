import { existsSync, readdirSync } from 'node:fs';
import { findOnPath } from './findOnPath.mjs';

/** @typedef {import('./machineTools.mjs').MachineTool} MachineTool */

/** A file that Debian keeps below a folder named for the machine, such as `x86_64-linux-gnu`. @param {string} path */
function inLibraries(path) {
  if (!existsSync('/usr/lib')) return undefined;
  return readdirSync('/usr/lib')
    .map((triplet) => `/usr/lib/${triplet}/${path}`)
    .find((file) => existsSync(file));
}

/** A module of the system's own Python, which is the one that the engines' bindings are for. @param {string} name */
function inPython(name) {
  const [folder = '', module = ''] = name.split('.');
  const path = `/usr/lib/python3/dist-packages/${folder}`;
  if (!existsSync(path)) return undefined;
  return readdirSync(path).find((file) => module === '' || file.startsWith(`${module}.`));
}

const ADVICE = 'these hosts run on Debian or a relative of it; elsewhere leave this command out';
const GSTREAMER = ['base', 'good', 'bad'].map((set) => `gstreamer1.0-plugins-${set}`);

/** @param {string} version @returns {MachineTool} */
const qt = (version) => ({
  name: `Qt ${version} WebEngine`,
  purpose: 'a reference host',
  debianPackages: [`python3-pyqt${version}.qtwebengine`, `python3-pyqt${version}.qtwebchannel`],
  advice: ADVICE,
  find: async () => inPython(`PyQt${version}.QtWebEngineWidgets`) && inPython(`PyQt${version}.QtWebChannel`),
});

/** What `npm run test:hosts` needs besides a browser and ffmpeg. @type {MachineTool[]} */
export const HOST_TOOLS = [
  {
    name: 'WebKitGTK',
    purpose: 'a reference host',
    debianPackages: ['gir1.2-webkit2-4.1', 'python3-gi', 'xvfb', ...GSTREAMER, 'gstreamer1.0-libav'],
    advice: ADVICE,
    find: async () =>
      inLibraries('girepository-1.0/WebKit2-4.1.typelib') &&
      inLibraries('gstreamer-1.0/libgstjpeg.so') &&
      findOnPath(['Xvfb']),
  },
  qt('5'),
  qt('6'),
  {
    name: 'Firefox ESR',
    purpose: 'the embedded page in another engine',
    debianPackages: ['firefox-esr'],
    advice: ADVICE,
    find: async () => findOnPath(['firefox-esr']),
  },
  {
    name: 'PipeWire',
    purpose: 'a camera of the machine that shows what a test wants',
    debianPackages: [
      ...['pipewire', 'wireplumber', 'gstreamer1.0-pipewire', 'gstreamer1.0-tools', ...GSTREAMER],
      ...['dbus', 'python3-dbus', 'python3-gi'],
    ],
    advice: ADVICE,
    find: async () =>
      inLibraries('gstreamer-1.0/libgstpipewire.so') &&
      findOnPath(['wireplumber']) &&
      findOnPath(['gst-launch-1.0']) &&
      inPython('dbus'),
  },
];
