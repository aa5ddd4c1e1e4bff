/** The platform's own `require`, which webpack leaves as it is: only it can fetch a subpackage. */
declare const __non_webpack_require__: { async(path: string): Promise<unknown> };
