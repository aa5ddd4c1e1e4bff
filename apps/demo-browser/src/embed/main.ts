import { defineHuotiLiveness } from '@huoti/ui-browser';
import { createEmbedPage } from './createEmbedPage.js';

defineHuotiLiveness();
createEmbedPage(document, window);
