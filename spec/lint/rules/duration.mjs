// Durations as java.time.Duration reads them: ISO 8601 without years, months and weeks.
const DURATION = /^P(?=.)(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,9})?)S)?)?$/;

export const isDuration = (text) => typeof text === 'string' && DURATION.test(text);

/** Returns the seconds of a valid duration. */
export function seconds(text) {
  const [days, hours, minutes, rest] = DURATION.exec(text).slice(1).map((number) => Number(number ?? 0));
  return ((days * 24 + hours) * 60 + minutes) * 60 + rest;
}
