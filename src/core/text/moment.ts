/**
 * A moment of a file of the study, which is in UTC, as the clock of the user shows it. A date without a time is one everywhere; what is
 * no moment is given as it is.
 *
 * @param zone by default that of this computer
 */
export function localMoment(moment: string, locale: string, zone?: string): string {
  const time = Date.parse(moment);
  if (Number.isNaN(time)) return moment;
  const hasTime = moment.includes('T');
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    ...(hasTime && { timeStyle: 'short' }),
    timeZone: hasTime ? zone : 'UTC',
  }).format(time);
}
