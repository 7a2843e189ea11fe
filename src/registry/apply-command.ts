import type { ManifestObject } from '../schemas/manifest.ts';

/** How a reader uses a file: `{url}` and `{file}` stand for its address and its name on disk. */
export interface ApplyCommand {
  /** From a web page. */
  online: string;
  /** For a page opened from disk (`file://`), which has no address that kubectl could fetch; `{text}` stands for the bytes. */
  offline: string;
}

/** Every Kubernetes object. Pages leave it out: scripts know it. */
export const kubectlApply: ApplyCommand = {
  online: 'kubectl apply -f {url}',
  offline: "cat <<'EOF' | kubectl apply -f -\n{text}EOF",
};

const heredoc = (command: string) => `cat <<'EOF' | ${command}\n{text}EOF`;

/** kubectl takes Kubernetes objects from a URL; kind and Skaffold read their configuration from a file or a pipe. */
export function applyCommand(objects: readonly Pick<ManifestObject, 'apiVersion' | 'kind'>[]): ApplyCommand {
  const group = objects[0]?.apiVersion.split('/')[0] ?? '';
  if (group === 'kind.x-k8s.io')
    return {
      online: 'curl -fsSL {url} | kind create cluster --config=-',
      offline: heredoc('kind create cluster --config=-'),
    };
  if (group === 'skaffold')
    return {
      online: 'curl -fsSL {url} -o skaffold.yaml && skaffold dev',
      offline: heredoc('skaffold dev -f -'),
    };
  return kubectlApply;
}
