/** The one version number of plan, evidence and result. A reader refuses a number it does not know. */
export const PROTOCOL_VERSION = 1;
