/** Runs work for every item, so many at a time, in the list's order. */
export async function inLanes<T>(
  lanes: number,
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (;;) {
      const at = next++;
      if (at >= items.length) return;
      await work(items[at] as T);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
