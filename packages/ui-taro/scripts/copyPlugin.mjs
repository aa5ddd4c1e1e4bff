import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// What Taro's build loads is written as it is loaded: it goes along as it stands.
const HERE = fileURLToPath(new URL('..', import.meta.url));
cpSync(`${HERE}plugin`, `${HERE}dist/plugin`, { recursive: true });
