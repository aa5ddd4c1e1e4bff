import { defineHuotiLiveness } from '@huoti/ui-browser';
import { createDemoPage } from './createDemoPage.js';

defineHuotiLiveness();
createDemoPage(document, window.location, window.history);
