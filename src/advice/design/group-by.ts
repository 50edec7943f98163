/** Values by a key of each, in their order. */
export function groupBy<Key, Value>(
  values: Iterable<Value>,
  keyOf: (value: Value) => Key,
): Map<Key, Value[]> {
  return groupByEach(values, (value) => [keyOf(value)]);
}

/** Values by each of the keys that they have, in their order. */
export function groupByEach<Key, Value>(
  values: Iterable<Value>,
  keysOf: (value: Value) => Iterable<Key>,
): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    for (const key of keysOf(value)) {
      const those = groups.get(key);
      if (those === undefined) groups.set(key, [value]);
      else those.push(value);
    }
  }
  return groups;
}
