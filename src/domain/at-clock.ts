/** When something is, within a sentence: "at 02:10", "on day 91 at 09:00". @param clock of the story, with its day on drills of days */
export function atClock(clock: string): string {
  const [, day, time] = /^(day \d+), (.+)$/.exec(clock) ?? [];
  return day === undefined ? `at ${clock}` : `on ${day} at ${time}`;
}
