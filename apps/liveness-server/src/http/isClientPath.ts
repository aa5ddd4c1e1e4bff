/** Paths that a page calls: one session, by its own client. Everything else is for servers. */
const CLIENT_PATH =
  /^\/v1\/sessions\/[A-Za-z0-9_-]{1,64}(?:\/(?:consent|plan|steps|complete|outcome|platform(?:\/complete)?|evidence\/[A-Za-z0-9-]{1,64}))?$/;

/**
 * Whether a page of another origin may ever call this path.
 *
 * @param url of the request, as it came
 */
export function isClientPath(url: string): boolean {
  return CLIENT_PATH.test(url.split('?', 1)[0] ?? '');
}
