import { addWorkingDays, versionInForce } from '@huoti/privacy';
import type { ServerSettings } from '../../context/ServerSettings.js';

/**
 * Until when a request is answered in time: so many working days of the operator's calendar as the policy promised when it was received. The
 * last ms of that day, in the operator's zone.
 */
export function dueDateOf(
  { privacy, calendar }: Pick<ServerSettings, 'privacy' | 'calendar'>,
  receivedAtMs: number,
): number {
  const { answerWithinWorkingDays: days } = versionInForce(privacy, receivedAtMs).terms;
  const { timeZone, utcOffsetMinutes } = privacy;
  return addWorkingDays({ fromMs: receivedAtMs, days, calendar, timeZone, utcOffsetMinutes });
}
