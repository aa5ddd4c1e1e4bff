/** Backgrounds that can be painted. */
export const ROOM_NAMES = ['plain', 'living-room', 'office', 'kitchen', 'balcony', 'bedroom'] as const;
export type RoomName = (typeof ROOM_NAMES)[number];
