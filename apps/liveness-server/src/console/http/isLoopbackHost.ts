const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;

/** Whether a `Host` names the machine itself, for example `127.0.0.1:8080`. */
export function isLoopbackHost(host: string): boolean {
  return LOOPBACK.test(host);
}
