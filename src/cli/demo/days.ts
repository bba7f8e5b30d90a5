/** A day `yyyy-mm-dd`, some days after another (before it, when negative). */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** An instant of office hours on a day in Vietnam; later steps of one day come later in it. */
export function officeTime(day: string, step: number, minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${day}T${two(7 + Math.min(step, 4) * 2)}:${two(minute % 60)}:00+07:00`;
}

/** The Sunday that ends the week of a day; on a Sunday itself a day soon after, which is the best that is left. */
export function laterThisWeek(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, weekday === 0 ? 3 : 7 - weekday);
}
