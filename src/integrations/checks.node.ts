import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkContent } from '../checks/index.node.ts';
import { formatFinding } from '../lint/output/text.ts';
import { lintSite } from '../lint/site.node.ts';
import { formatProblem } from '../site/error.ts';

const declared =
  'わざとそう書いた箇所は、規則の id を書いて宣言できます（docs/AUTHORING.md の expect、lint、off）。';

/** Checks content and lints every manifest before anything is built; the build stops with all findings, not the first. */
export function checks(): AstroIntegration {
  let root = '';
  return {
    name: 'checks',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:start': async ({ logger }) => {
        const problems = checkContent(root);
        const { findings, files } = await lintSite(root);
        const errors = findings.filter(finding => finding.level === 'error');
        if (problems.length > 0)
          logger.error(`${problems.length} 件\n\n${problems.map(formatProblem).join('\n\n')}\n`);
        if (errors.length > 0)
          logger.error(
            `${errors.length} 件\n\n${errors.map(finding => formatFinding(finding, finding.rule)).join('\n')}\n${declared}\n`,
          );
        if (problems.length + errors.length > 0)
          throw new Error(`検査に通らない箇所が ${problems.length + errors.length} 件あります（上の一覧）。`);
        logger.info(`${files} 個の YAML と全章の参照を検査しました。`);
      },
    },
  };
}
