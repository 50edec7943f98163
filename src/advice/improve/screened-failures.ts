/** How many of so many replications may fail before a design looks too risky. */
export function failuresAllowed(risk: number, replications: number): number {
  return Math.ceil(risk * replications);
}

/** How many replications failed. */
export function countOf(failures: readonly boolean[]): number {
  return failures.filter((failed) => failed).length;
}
