export { config as default } from '@huoti/eslint-config';
