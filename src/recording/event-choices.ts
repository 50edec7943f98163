/** Which events of a run are written: the changes, every contact too, or none. */
export const EVENT_CHOICES = ['changes', 'all', 'none'] as const;
export type EventChoice = (typeof EVENT_CHOICES)[number];
