/** What columns of the same kind mean in every table. */
export const MINUTE = 'minutes since the start';
export const TIME = 'local date and time, ISO 8601';
export const DAY = 'day of the run, from 0';
export const DATE = 'date of the day, ISO 8601';
