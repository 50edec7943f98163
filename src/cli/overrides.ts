import type { Override } from '../scenario/document/overrides.ts';
import { CommandLineError } from './command-line-error.ts';

/**
 * The values of `--set`, taken apart at the first `=`.
 *
 * @throws CommandLineError when one is not PATH=VALUE
 */
export function parseOverrides(settings: readonly string[] = []): Override[] {
  return settings.map((setting) => {
    const [, path, value] = /^([^=]+)=(.*)$/s.exec(setting) ?? [];
    if (path === undefined)
      throw new CommandLineError(
        `--set ${setting} is not PATH=VALUE, such as --set machines.desktops.count=24`,
        'vasim run',
      );
    return { path: path.trim(), value };
  });
}
