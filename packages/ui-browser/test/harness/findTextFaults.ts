/** Half a pixel of rounding on each side. */
const SLACK_PX = 1;
/** Smallest side of what a finger has to hit, in px: WCAG 2.2, 2.5.5. */
const TARGET_PX = 44;

const nameOf = (element: Element): string =>
  `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}#${element.id}`;

/**
 * What does not fit on pages of text, which may be scrolled up and down and never to the side: text that reaches out or is wider than its box,
 * targets too small to hit, buttons that can't be brought into view or that cover each other.
 */
export function findTextFaults(root: ShadowRoot | null): string[] {
  if (root === null) return ['no element'];
  const faults: string[] = [];
  const { innerWidth, innerHeight } = window;
  const page = root.querySelector('.page');
  const scrolled = page?.scrollTop ?? 0;
  const visible = Array.from(root.querySelectorAll<HTMLElement>('.page *')).filter(
    (element) => element.getClientRects().length > 0 && element.closest('.spoken, svg') === null,
  );
  for (const element of visible) {
    const box = element.getBoundingClientRect();
    if (box.left < -SLACK_PX || box.right > innerWidth + SLACK_PX) {
      faults.push(`${nameOf(element)} reaches from ${box.left} to ${box.right} of ${innerWidth}`);
    }
    if (element.clientWidth > 0 && element.scrollWidth > element.clientWidth + SLACK_PX) {
      faults.push(`${nameOf(element)} is ${element.scrollWidth} wide in ${element.clientWidth}`);
    }
    if (element.matches('button, .question, .code input')) {
      if (box.width < TARGET_PX || box.height < TARGET_PX) {
        faults.push(`${nameOf(element)} is only ${box.width} x ${box.height}`);
      }
      element.scrollIntoView({ block: 'nearest' });
      const { top, bottom } = element.getBoundingClientRect();
      // Large letters on a low screen: one question may be higher than it, and is scrolled through.
      if (bottom - top > innerHeight * 0.8) continue;
      if (top < -SLACK_PX || bottom > innerHeight + SLACK_PX) {
        faults.push(`${nameOf(element)} stays at ${top} to ${bottom} of ${innerHeight}`);
      }
    }
  }
  const buttons = Array.from(root.querySelectorAll('.consent button'), (one) => one.getBoundingClientRect());
  buttons.forEach((a, index) => {
    for (const b of buttons.slice(index + 1)) {
      const apart =
        a.right <= b.left + SLACK_PX ||
        b.right <= a.left + SLACK_PX ||
        a.bottom <= b.top + SLACK_PX ||
        b.bottom <= a.top + SLACK_PX;
      // The page's own buttons may lie under those that stay in view; those that stay never lie on each other.
      if (!apart && index >= buttons.length - 3) faults.push('two of the buttons below lie on each other');
    }
  });
  // As it was found, for whoever looks at it next.
  page?.scrollTo(0, scrolled);
  return faults;
}
