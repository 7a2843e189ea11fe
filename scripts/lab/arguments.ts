import { type ParseArgsConfig, parseArgs } from 'node:util';
import { LabError } from './error.ts';

/**
 * The options and words of this command's line.
 * @param usage Shown below what is wrong with it.
 */
export function readArguments<Options extends NonNullable<ParseArgsConfig['options']>>(
  options: Options,
  usage = '',
) {
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    throw new LabError(`${error instanceof Error ? error.message : error}\n${usage}`.trim());
  }
}
