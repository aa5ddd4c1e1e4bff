/** The icons there are. */
export type IconName =
  | 'close'
  | 'light'
  | 'face'
  | 'phone'
  | 'lock'
  | 'arrow-left'
  | 'arrow-right'
  | 'arrow-down'
  | 'check'
  | 'again'
  | 'camera'
  | 'flash'
  | 'notice';

const path = (d: string): string => `<path d="${d}"/>`;

/** Line icons, 24 by 24; the stroke is set around them. */
export const icons: Readonly<Record<IconName, string>> = {
  close: path('M6 6l12 12M18 6L6 18'),
  light:
    '<circle cx="12" cy="12" r="4"/>' +
    path('M12 2.5v2.5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3L7 7M17 17l1.7 1.7M18.7 5.3L17 7M7 17l-1.7 1.7'),
  face: path(
    'M3.5 8V6A2.5 2.5 0 0 1 6 3.5h2M16 3.5h2A2.5 2.5 0 0 1 20.5 6v2M20.5 16v2a2.5 2.5 0 0 1-2.5 2.5h-2M8 20.5H6A2.5 2.5 0 0 1 3.5 18v-2M9 9.5v1M15 9.5v1M8.8 14.5q3.2 2.6 6.4 0',
  ),
  phone:
    '<rect x="7" y="2.5" width="10" height="19" rx="2.5"/><circle cx="12" cy="12" r="2.2"/>' +
    path('M10.5 5.5h3'),
  lock: '<rect x="5" y="10.5" width="14" height="10" rx="2.5"/>' + path('M8 10.5V7.5a4 4 0 0 1 8 0v3'),
  'arrow-left': path('M19 12H5M11 6l-6 6 6 6'),
  'arrow-right': path('M5 12h14M13 6l6 6-6 6'),
  'arrow-down': path('M12 5v14M6 13l6 6 6-6'),
  check: path('M5.5 12.5l4.3 4.3 8.7-9.3'),
  again: path('M19.5 12a7.5 7.5 0 1 1-2.4-5.5M19.8 3.2v4.3h-4.3'),
  camera: path(
    'M3.5 3.5l17 17M9 6h4.5A2.5 2.5 0 0 1 16 8.5V9l4.5-2.5v11M16 16v.5a2.5 2.5 0 0 1-2.5 2.5H6a2.5 2.5 0 0 1-2.5-2.5v-8A2.5 2.5 0 0 1 5 6.2',
  ),
  flash: path('M13.5 2.5L5 13.5h6l-1.5 8 9-11.5h-6.5z'),
  notice: path('M12 6.5v7M12 17.2v.3'),
};
