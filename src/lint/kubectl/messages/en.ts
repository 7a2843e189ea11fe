import type { ValueType } from '../table.ts';
import type { CommandCatalogue, Wanted } from './params.ts';

const types: Record<ValueType, string> = {
  b: 'true or false',
  s: 'a string',
  l: 'a comma-separated list',
  i: 'an integer',
  d: 'a duration with a unit (30s, 5m)',
  t: 'true or false',
  m: 'key=value pairs',
};

const wants: Record<Wanted, string> = {
  name: 'a name',
  node: 'the name of a node',
  paths: 'a source and a destination',
  pod: 'a Pod name or TYPE/NAME',
  resource: 'a resource type',
};

const near = (word: string | undefined): string => (word ? `Did you mean ${word}?` : '');
const list = (words: readonly string[]): string => words.join(', ');

/** Findings about commands, in English. */
export const en: CommandCatalogue = {
  'program-unknown': ({ program, near: other }) => [`There is no program called ${program}.`, near(other)],
  'command-unknown': ({ command, word, near: other, minors, minor }) =>
    minors
      ? [`${command} ${word} does not exist in kubectl ${minor}.`, `It exists in ${minors}.`]
      : [`${command} has no subcommand ${word}.`, near(other)],
  'command-incomplete': ({ command, choices }) => [
    `${command} needs a subcommand.`,
    `One of: ${list(choices)}.`,
  ],
  'flag-early': ({ flag, command }) => [
    `${flag} takes the next word as its value, so no command is found.`,
    `Write flags after the command: ${command} ${flag}`,
  ],
  'flag-unknown': ({ command, flag, near: other, minors, minor, separator }) => {
    if (separator)
      return [`${command} has no flag ${flag}.`, 'The command that runs in the container goes after --.'];
    if (minors) return [`${command} has no flag ${flag} in kubectl ${minor}.`, `It exists in ${minors}.`];
    return [`${command} has no flag ${flag}.`, near(other)];
  },
  'flag-removed': ({ command, flag, advice }) => [`${command} has no flag ${flag}.`, advice.en],
  'flag-syntax': ({ flag }) => `${flag} is not a flag.`,
  'flag-deprecated': ({ command, flag, minor, reason, advice }) => [
    `${flag} of ${command} is deprecated${minor && ` in kubectl ${minor}`}.`,
    advice?.en ?? `It warns: ${reason}`,
  ],
  'value-missing': ({ flag }) => `${flag} needs a value.`,
  'value-type': ({ flag, value, type }) => `The value ${value} of ${flag} is not ${types[type]}.`,
  'value-listed': ({ flag, value, allowed, near: other }) => [
    `${flag} does not take the value ${value}.`,
    other ? near(other) : `Allowed: ${list(allowed)}.`,
  ],
  'value-form': ({ flag, value, forms }) => [
    `The value ${value} of ${flag} cannot be read.`,
    `Write it as ${list(forms)}.`,
  ],
  'resource-unknown': ({ word, near: other }) =>
    other
      ? [`There is no resource type ${word}.`, near(other)]
      : [
          `${word} is not a built-in resource type.`,
          'Name a custom resource with its group: certificates.cert-manager.io.',
        ],
  'resource-gone': ({ word, advice }) => [`${word} no longer exists.`, advice.en],
  'resource-mixed': ({ word }) => [`${word} has no type.`, 'When one argument is TYPE/NAME, all must be.'],
  'exec-separator': ({ command, word, example }) => [
    `${command}: there is no -- before the command ${word}.`,
    `For example: ${example}`,
  ],
  'exec-no-command': ({ command }) => [
    `${command} has no command to run in the container.`,
    'It goes after --.',
  ],
  'exec-late-separator': ({ word }) => [
    `${word} before -- is ignored.`,
    'Move -- in front of the whole command.',
  ],
  'names-many': ({ command, word, separator }) => [
    `${command}: ${word} is one word too many.`,
    separator ? 'The command that runs in the container goes after --.' : 'It takes exactly one name.',
  ],
  'names-none': ({ command, wanted }) => `${command} needs ${wants[wanted]}.`,
  'flag-required': ({ command, flags }) => `${command} needs ${flags.join(' or ')}.`,
  'selector-twice': ({ first, last }) => [
    `There are two -l, and only the last one (${last}) is used.`,
    `To require both, join them with a comma: -l ${first},${last}`,
  ],
  'dry-run-bare': () => [
    '--dry-run has no value.',
    'Write --dry-run=client (local) or --dry-run=server (validated by the server).',
  ],
  'dry-run-bool': ({ value }) => [`--dry-run=${value} is deprecated.`, 'Write client, server or none.'],
  'dry-run-space': ({ value }) => [
    `The value ${value} of --dry-run must be joined with =.`,
    `--dry-run=${value}`,
  ],
  'file-unknown': ({ path, near: other }) => [`There is no ${path} in manifests/.`, near(other)],
  'folder-unknown': ({ path }) => [`manifests/${path} has no kustomization.yaml.`, ''],
  'file-prefix': ({ path, inside }) => [
    `${path} is not a path inside manifests/.`,
    `Commands run in manifests/: ${inside}`,
  ],
  'template-open': ({ opener, closer }) => `${opener} is never closed by ${closer}.`,
  'template-stray': ({ closer }) => `${closer} closes nothing.`,
  'template-end': () => '{{end}} has no {{range}} or {{if}} to close.',
  'template-no-end': ({ action }) => `{{${action}}} is never closed by {{end}}.`,
  'logs-tail': () => [
    'kubectl logs with -l shows only the last 10 lines of each Pod.',
    'Add --tail=-1 to see all, and --prefix to know which Pod wrote a line.',
  ],
  'run-restart': ({ restart }) => [
    `kubectl run --restart=${restart} makes a Pod, not a Job.`,
    'Make a Job with kubectl create job NAME --image=IMAGE -- COMMAND.',
  ],
  'addon-words': ({ word }) => [
    `minikube addons enable: ${word} is one word too many.`,
    'It takes exactly one addon name.',
  ],
  'openssl-crypt': () => [
    'OpenSSL 3.0 removed openssl passwd -crypt.',
    'Use -apr1 or -6, and pass the password with -stdin.',
  ],
  'service-domain': ({ host, instead }) => [
    `${host} is not a name of a Service.`,
    `Write the cluster domain: ${instead}`,
  ],
  'api-proxy': () => [
    'Kubernetes 1.10 removed /api/v1/proxy/.',
    'Use /api/v1/namespaces/NAMESPACE/pods/POD:PORT/proxy/.',
  ],
  'old-manifest-url': ({ url }) => [
    `${url} does not work since Kubernetes 1.22.`,
    'It is written in a removed API (extensions/v1beta1). Use cloud-provider-kind on kind, elsewhere a controller that is still maintained.',
  ],
  freshpod: () => [
    'freshpod has not been maintained since 2018.',
    'Use skaffold dev to rebuild and redeploy.',
  ],
  'dead-tutorial': () => [
    'The interactive tutorial ended in March 2023.',
    'Do the written tutorial on minikube or kind.',
  ],
  'quote-open': ({ quote }) => `${quote} is never closed.`,
  typography: ({ found, instead }) => [
    `${found.trim() ? `“${found}”` : 'A space that is not ASCII'} means nothing to a shell.`,
    instead.trim() ? `Use ${instead}.` : 'Use an ASCII space.',
  ],
};
