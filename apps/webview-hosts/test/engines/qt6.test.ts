import { describeQt } from './describeQt.js';

// Chrome 102 on Debian 12.
describeQt('qt6', 'embed');
