/** The console's sign in a browser's tab: an oval for a face, and its ring. */
export const CONSOLE_ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0a5fb4"/><ellipse cx="16" cy="16" rx="7" ry="9" fill="none" stroke="#fff" stroke-width="2.5"/></svg>`;
