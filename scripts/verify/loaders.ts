// Configuration files that no API server reads: kind's own loader, and Skaffold's published schema as the lint engine has it.
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sources from '../../src/lint/data/sources.lock.json' with { type: 'json' };
import { lintText } from '../../src/lint/index.ts';
import type { ManifestRecord } from '../../src/schemas/ledger.ts';
import type { ManifestFile } from '../../src/schemas/manifest.ts';
import { type GoProgram, goBuild, needGo } from '../lab/build.ts';
import { labHome, toolsFolder } from '../lab/cache.ts';
import { runCommand } from '../lab/command.ts';
import { root as project } from '../lib/run.ts';

/** Release of kind whose loader is asked. */
const kindRelease = '0.33.0';

type Answer = NonNullable<ManifestRecord['loaders']>;
type Loader = (file: ManifestFile, date: string, root: string) => Answer;

/** Loaders by the start of `apiVersion`. */
const loaders: Record<string, Loader> = { 'kind.x-k8s.io/': askKind, 'skaffold/': askSkaffold };

/** True for a file that belongs to another program than the API server. */
export function hasLoader(file: Pick<ManifestFile, 'text'>): boolean {
  return loaderOf(file) !== undefined;
}

/** What the files' own programs say; files for API servers are not among the answers. */
export function askLoaders(files: readonly ManifestFile[], root: string): Map<string, Answer> {
  const date = new Date().toISOString().slice(0, 10);
  return new Map(
    files.flatMap(file => {
      const answer = loaderOf(file)?.(file, date, root);
      return answer ? [[file.path, answer] as const] : [];
    }),
  );
}

function loaderOf({ text }: Pick<ManifestFile, 'text'>): Loader | undefined {
  const apiVersion = /^apiVersion: *["']?([^\s"']+)/m.exec(text)?.[1] ?? '';
  return Object.entries(loaders).find(([start]) => apiVersion.startsWith(start))?.[1];
}

function askKind({ path }: ManifestFile, date: string, root: string): Answer {
  const { status, stderr } = runCommand(kindLoader(), [join(root, 'manifests', path)]);
  return {
    [`kind ${kindRelease}`]:
      status === 0 ? { verdict: 'accept', date } : { verdict: 'reject', words: stderr.trim(), date },
  };
}

/** kind's loader is an internal package of its module: Go lets a package import it whose path lies beside it. */
function kindLoader(): string {
  const output = join(toolsFolder(), `kind-loader-${kindRelease}`);
  if (existsSync(output)) return output;
  needGo();
  const source = join(labHome(), 'source', 'kind-loader');
  mkdirSync(source, { recursive: true });
  writeFileSync(
    join(source, 'go.mod'),
    `module sigs.k8s.io/kind/pkg/lab\n\ngo 1.24\n\nrequire sigs.k8s.io/kind v${kindRelease}\n`,
  );
  copyFileSync(join(project, 'scripts/verify/kind/main.go'), join(source, 'main.go'));
  const program: GoProgram = { package: '.', output };
  goBuild(source, program, line => console.log(`  ${line}`));
  return output;
}

function askSkaffold({ text, path }: ManifestFile, date: string): Answer {
  const release = sources.find(({ name }) => name.endsWith('/skaffold/v2'))?.version ?? '';
  const errors = lintText(text, { file: path }).findings.filter(({ level }) => level === 'error');
  return {
    [`Skaffold ${release.slice(1)} JSON Schema`]:
      errors.length === 0
        ? { verdict: 'accept', date }
        : { verdict: 'reject', words: errors.map(({ message }) => message).join('\n'), date },
  };
}
