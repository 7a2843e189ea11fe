import type { Report } from '../finding.ts';
import type { CommandMessageId } from '../messages/index.ts';
import type { CommandRuleId } from '../rules.ts';
import { slice, type Word } from '../shell/word.ts';

/** Texts that are wrong in whatever program's arguments they stand. */
const patterns: readonly {
  rule: CommandRuleId;
  find: RegExp;
  message: Extract<CommandMessageId, 'api-proxy' | 'freshpod' | 'dead-tutorial'>;
}[] = [
  { rule: 'command/api-proxy', find: /\/api\/v1\/proxy\//, message: 'api-proxy' },
  { rule: 'command/freshpod', find: /\bfreshpod\b/, message: 'freshpod' },
  { rule: 'command/dead-tutorial', find: /deploy-interactive|katacoda\.com/, message: 'dead-tutorial' },
];
/** `web.default.svc.local`: `svc` belongs to the cluster's domain, which is `cluster.local` unless changed. */
const serviceDomain = /\.svc\.local(?!\.?[\w-])/;
/** Paths of the ingress-nginx controller before 1.0, and file names it had then. */
const oldIngress =
  /^ingress-nginx\/(?:.*\/)?(?:nginx-0\.|controller-v0\.|(?:mandatory|cloud-generic|service-nodeport)\.yaml)/;

/** Looks for texts that no longer work: old addresses, old tools, wrong host names. */
export function checkPatterns(words: readonly Word[], report: Report): void {
  for (const word of words) {
    for (const { rule, find, message } of patterns) {
      const match = find.exec(word.text);
      if (match) report(rule, slice(word, match.index, match.index + match[0].length), message, {});
    }
    checkHost(word, report);
    checkUrl(word, report);
  }
}

function checkHost(word: Word, report: Report): void {
  const suffix = serviceDomain.exec(word.text);
  if (!suffix) return;
  let start = suffix.index;
  while (start > 0 && /[\w.\-\uFFFB\uFFFC]/.test(word.text[start - 1] ?? '')) start--;
  const end = suffix.index + suffix[0].length;
  const host = word.text.slice(start, end);
  const instead = host.replace(/local$/, 'cluster.local');
  report('command/service-domain', slice(word, start, end), 'service-domain', { host, instead });
}

function checkUrl(word: Word, report: Report): void {
  const path = word.text.indexOf('ingress-nginx/');
  const start = word.text.search(/https?:\/\//);
  if (start < 0 || path < start || !oldIngress.test(word.text.slice(path))) return;
  report('command/old-manifest', slice(word, start), 'old-manifest-url', {
    url: word.text.slice(path),
  });
}
