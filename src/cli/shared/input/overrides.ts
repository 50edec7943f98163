import { type Override, parseSetting } from '../../../scenario/schema/settings.ts';
import { UsageError } from '../command-line-error.ts';

/**
 * The values of `--set`, split at the first `=`.
 *
 * @throws UsageError when one is not PATH=VALUE
 */
export function parseOverrides(settings: readonly string[] = []): Override[] {
  return settings.map((setting) => {
    const override = parseSetting(setting);
    if (override === null)
      throw new UsageError(`--set ${setting} is not PATH=VALUE, such as --set machines.desktops.count=24`);
    return override;
  });
}
