/** The API client that the demo's backend is to the service. */
export const DEMO_CLIENT = 'demo';
