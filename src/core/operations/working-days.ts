const dayLength = 24 * 60 * 60 * 1000;

/** The calendar date (UTC, `YYYY-MM-DD`) that is `days` days from Monday to Friday after an instant. */
export function addWorkingDays(from: number, days: number): string {
  let at = from;
  for (let left = days; left > 0; ) {
    at += dayLength;
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left--;
  }
  return new Date(at).toISOString().slice(0, 10);
}
