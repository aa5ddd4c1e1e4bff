/** Half a pixel of rounding on each side. */
const SLACK_PX = 1;

const nameOf = (element: Element): string =>
  `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`.trim();

/**
 * What does not fit: elements that reach out of the window, text that is wider or higher than its box, pages that would
 * have to be scrolled, buttons too small to hit, and words that lie on each other.
 */
export function findLayoutFaults(root: ShadowRoot | null): string[] {
  if (root === null) return ['no element'];
  const faults: string[] = [];
  const { innerWidth, innerHeight } = window;
  const visible = Array.from(root.querySelectorAll<HTMLElement>('*')).filter((element) => {
    if (element.closest('.spoken, svg svg, .placeholder, .picture, defs') !== null) return false;
    return (
      element.getClientRects().length > 0 && !(element instanceof SVGElement && element.tagName !== 'svg')
    );
  });
  for (const element of visible) {
    const box = element.getBoundingClientRect();
    const out =
      box.left < -SLACK_PX ||
      box.top < -SLACK_PX ||
      box.right > innerWidth + SLACK_PX ||
      box.bottom > innerHeight + SLACK_PX;
    if (out) faults.push(`${nameOf(element)} reaches out: ${JSON.stringify(box)}`);
    if (element instanceof HTMLElement && !element.matches('.stage, .oval, .signs')) {
      if (element.scrollWidth > element.clientWidth + SLACK_PX && element.clientWidth > 0) {
        faults.push(`${nameOf(element)} is ${element.scrollWidth} wide in ${element.clientWidth}`);
      }
      if (element.scrollHeight > element.clientHeight + SLACK_PX && element.clientHeight > 0) {
        faults.push(`${nameOf(element)} is ${element.scrollHeight} high in ${element.clientHeight}`);
      }
    }
    if (element.matches('button') && (box.width < 44 || box.height < 44)) {
      faults.push(`${nameOf(element)} is only ${box.width} x ${box.height}`);
    }
  }
  const blocks = Array.from(
    root.querySelectorAll('.bar-row, .headline, .oval, .hint, .buttons, .tips, .lead'),
  );
  blocks.forEach((first, index) => {
    for (const second of blocks.slice(index + 1)) {
      const a = first.getBoundingClientRect();
      const b = second.getBoundingClientRect();
      const overlaps =
        a.left < b.right - SLACK_PX &&
        b.left < a.right - SLACK_PX &&
        a.top < b.bottom - SLACK_PX &&
        b.top < a.bottom - SLACK_PX;
      if (overlaps) faults.push(`${nameOf(first)} lies on ${nameOf(second)}`);
    }
  });
  const oval = root.querySelector('.oval');
  if (oval !== null && oval.getBoundingClientRect().height < 180) {
    faults.push(`the oval is only ${oval.getBoundingClientRect().height} high`);
  }
  return faults;
}
