/** A value given for a path of the scenario, as by `--set`. */
export interface Override {
  /** Keys and list indexes with dots between; a key may have dots of its own. */
  readonly path: string;
  /** YAML; `null` removes. */
  readonly value: string;
}

/** A setting as `--set` takes it, split at the first `=`; `null` when it is not PATH=VALUE. */
export function parseSetting(setting: string): Override | null {
  const [, path, value] = /^([^=]+)=(.*)$/s.exec(setting) ?? [];
  return path === undefined ? null : { path: path.trim(), value };
}

/** The setting as `--set` takes it. */
export function formatSetting({ path, value }: Override): string {
  return `${path}=${value}`;
}
