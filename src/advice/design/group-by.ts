/** Values by a key of each, in their order. */
export function groupBy<Key, Value>(
  values: Iterable<Value>,
  keyOf: (value: Value) => Key,
): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const those = groups.get(key);
    if (those === undefined) groups.set(key, [value]);
    else those.push(value);
  }
  return groups;
}
