/** Which groups' charts are drawn: of those that had trouble, or of all. */
export const CHART_CHOICES = ['trouble', 'all'] as const;
export type ChartChoice = (typeof CHART_CHOICES)[number];
