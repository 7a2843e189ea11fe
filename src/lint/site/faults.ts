import type { Fault } from '../../registry/fault.ts';
import type { Finding } from '../finding.ts';
import { describe, type Locale } from '../messages/index.ts';
import { findingAt } from './finding-at.ts';
import { locate } from './locate.ts';

const leadsOutside = /^\/|(?:^|\/)\.\.(?:\/|$)/;

const missing: Record<Locale, (name: string, near?: string) => string> = {
  ja: (name, near) => `「${name}」というファイルがありません${near ? `（近い名前: ${near}）` : ''}`,
  en: (name, near) => `there is no file ${JSON.stringify(name)}${near ? ` (did you mean ${near}?)` : ''}`,
};

/**
 * What the linter says of a fault of the registry. Ends of lines and extensions are no business of an API server: only
 * the build speaks of those.
 * @param setText The `set.json` of the fault's folder.
 */
export function faultFindings(fault: Fault, setText: string, locale: Locale): Finding[] {
  const top = { line: 1, column: 1 };
  const setFinding = (reason: string, place = top) => [
    findingAt(
      fault.file,
      place,
      'file/set-json',
      describe({ message: 'set-json', params: { reason } }, locale),
    ),
  ];
  switch (fault.kind) {
    case 'encoding':
      return [
        findingAt(fault.file, top, 'file/encoding', describe({ message: 'encoding', params: {} }, locale)),
      ];
    case 'outside': {
      const name = fault.file.replace(/^manifests\//, '');
      const words = describe({ message: 'outside', params: { name } }, locale);
      return [findingAt(fault.file, top, 'file/outside', words)];
    }
    case 'set-json':
      return setFinding(fault.reason);
    case 'set-shape':
      return setFinding(`${fault.path.join('.')}: ${fault.reason}`, locate(setText, fault.path));
    case 'set-name': {
      const place = locate(setText, fault.path);
      const { name } = fault;
      if (!leadsOutside.test(name)) return setFinding(missing[locale](name, fault.near), place);
      const words = describe({ message: 'outside', params: { name } }, locale);
      return [findingAt(fault.file, place, 'file/outside', words)];
    }
    default:
      return [];
  }
}
