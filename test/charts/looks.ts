import type { ChartConfiguration } from 'chart.js';
import type { Annotation } from '../../src/charts/annotations.ts';
import type { DayDataset } from '../../src/charts/frame.ts';

/** What tests look at in a configuration, read as a person would read the picture. */

export function datasetsOf(configuration: ChartConfiguration): DayDataset[] {
  return configuration.data.datasets as DayDataset[];
}

/** Labels in the order of the datasets. */
export function labelsOf(configuration: ChartConfiguration): (string | undefined)[] {
  return configuration.data.datasets.map(({ label }) => label);
}

export function datasetOf(configuration: ChartConfiguration, label: string): DayDataset {
  const dataset = datasetsOf(configuration).find((candidate) => candidate.label === label);
  if (dataset === undefined) throw new Error(`no dataset ${label}`);
  return dataset;
}

export function valuesOf(configuration: ChartConfiguration, label: string): (number | null)[] {
  return datasetOf(configuration, label).data.map(({ y }) => y);
}

export function titleOf(configuration: ChartConfiguration): string {
  return String(configuration.options?.plugins?.title?.text);
}

/** Caption and notes, as one text. */
export function subtitleOf(configuration: ChartConfiguration): string {
  return [configuration.options?.plugins?.subtitle?.text].flat().join(' ');
}

/** Annotations in their order whose id begins with `part`, such as the bars of outages. */
export function partsOf(configuration: ChartConfiguration, part: string): Annotation[] {
  const annotations = Object.entries(configuration.options?.plugins?.annotation?.annotations ?? {});
  return annotations.filter(([id]) => id.startsWith(part)).map(([, annotation]) => annotation as Annotation);
}

export function annotationsOf<Type extends Annotation['type']>(
  configuration: ChartConfiguration,
  type: Type,
): Extract<Annotation, { type: Type }>[] {
  const annotations = Object.values(configuration.options?.plugins?.annotation?.annotations ?? {});
  return (annotations as Annotation[]).filter(
    (annotation): annotation is Extract<Annotation, { type: Type }> => annotation.type === type,
  );
}
