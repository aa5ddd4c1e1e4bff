/** Which days are worked: the operator's own, since holidays are announced year by year. */
export interface WorkingCalendar {
  /** Days of the week without work, 0 is Sunday. */
  readonly weekend: readonly number[];
  /** `YYYY-MM-DD`, not worked whatever day of the week. */
  readonly holidays: readonly string[];
  /** `YYYY-MM-DD` of weekend days that are worked, as China does before and after long holidays. */
  readonly workdays: readonly string[];
}

/** Saturday and Sunday, and no holidays: too early a due date rather than too late. */
export const DEFAULT_CALENDAR: WorkingCalendar = { weekend: [0, 6], holidays: [], workdays: [] };
