/** The folders of the workspace: each is linted by a process of its own. */
const AREAS = ['packages', 'apps', 'tooling'];

/**
 * What eslint is called with, once a part. All programs of the workspace in one process take more memory than Node gives it (over
 * 4 GB); a part takes 3 at most.
 *
 * @returns {string[][]}
 */
export function lintParts() {
  const strict = ['--max-warnings', '0'];
  const ignored = AREAS.flatMap((area) => ['--ignore-pattern', `${area}/**`]);
  return [...AREAS.map((area) => [area, ...strict]), ['.', ...ignored, ...strict]];
}
