import type { Override } from '../../../scenario/document/overrides.ts';
import { UsageError } from '../command-line-error.ts';

/**
 * The values of `--set`, split at the first `=`.
 *
 * @throws UsageError when one is not PATH=VALUE
 */
export function parseOverrides(settings: readonly string[] = []): Override[] {
  return settings.map((setting) => {
    const [, path, value] = /^([^=]+)=(.*)$/s.exec(setting) ?? [];
    if (path === undefined)
      throw new UsageError(`--set ${setting} is not PATH=VALUE, such as --set machines.desktops.count=24`);
    return { path: path.trim(), value };
  });
}
