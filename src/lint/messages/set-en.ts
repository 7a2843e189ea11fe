import type { Words } from './params.ts';
import type { SetRuleParams } from './set-params.ts';
import { firstOf, shorten } from './shorten.ts';

const known = (names: readonly string[]) => (names.length > 0 ? `there is ${firstOf(names)}` : '');

/** Words of rules about objects that are applied together, and of hints. */
export const setEn: Words<SetRuleParams> = {
  'set-duplicate': ({ kind, name, where }) => [
    `${shorten(kind)} "${shorten(name)}" is in ${where} too`,
    'the one applied last wins: rename or remove one of the two',
  ],
  'set-node-port': ({ port, name }) => [
    `Service "${shorten(name)}" has nodePort ${port} already`,
    'choose another, or remove the line and let the server choose',
  ],
  'set-overlap': ({ kind, name }) => [
    `this and ${kind} "${shorten(name)}" select each other's pods`,
    'add a label that tells them apart to both selectors and templates',
  ],
  'ref-missing': ({ kind, name, elsewhere, known: names }) => [
    `there is no ${shorten(kind)} "${shorten(name)}" among what is applied together`,
    elsewhere ? `namespace ${shorten(elsewhere)} has one` : known(names),
  ],
  'ref-key': ({ kind, name, key, known: keys }) => [
    `${kind} "${shorten(name)}" has no key "${shorten(key)}"`,
    known(keys),
  ],
  'selects-nothing': ({ labels, known: pods }) => [
    `no pod among what is applied together ${labels ? `has ${shorten(labels, 80)}` : 'fits this selector'}`,
    known(pods),
  ],
  'port-name': ({ port, kind, name, known: ports }) => [
    `${kind} "${shorten(name)}" has no port named "${shorten(port)}"`,
    known(ports) || 'name a port of the container, or write its number',
  ],
  'port-protocol': ({ port, protocol, kind, name }) =>
    `port "${shorten(port)}" of ${kind} "${shorten(name)}" is not ${shorten(protocol)}`,
  'port-undeclared': ({ port, kind, name, known: ports }) => [
    `${kind} "${shorten(name)}" does not declare port ${port}`,
    `${known(ports)}; if the container listens, it works all the same`,
  ],
  'ingress-port': ({ port, name, known: ports }) => [
    `Service "${shorten(name)}" has no port ${shorten(port)}`,
    `${known(ports)}; name a port of the Service, not of the container`,
  ],
  'not-headless': ({ name }) => [
    `Service "${shorten(name)}" is not headless`,
    'a DNS name for each pod needs a Service with clusterIP: None',
  ],
  'service-misses': ({ name, labels, kind, pods }) =>
    `Service "${shorten(name)}" (${shorten(labels, 80)}) does not select the pods of ${kind} "${shorten(pods)}"`,
  'hpa-version': ({ kind, name, wanted }) => [
    `${kind} "${shorten(name)}" is of another API group`,
    `write apiVersion: ${wanted}`,
  ],
  'hpa-requests': ({ resource, container, kind, name }) => [
    `container "${shorten(container)}" of ${kind} "${shorten(name)}" does not request ${shorten(resource)}`,
    'utilization is a share of the request: it cannot be worked out',
  ],
  'hpa-replicas': ({ name }) => [
    `HorizontalPodAutoscaler "${shorten(name)}" decides the number`,
    'every apply would set it back: remove replicas',
  ],
  'pdb-blocks': ({ count }) => [
    `not one of the ${count === undefined ? '' : `${count} `}pods may ever be evicted`,
    'draining a node never ends: let at least one of them go',
  ],
  'probe-port': ({ port, known: ports }) => [
    `this container has no port named "${shorten(port)}"`,
    known(ports) || 'name one of its ports, or write the number',
  ],
  'image-tag': ({ image, tag }) => [
    tag ? `the tag of "${shorten(image)}" is latest` : `"${shorten(image)}" has no tag`,
    'what runs depends on when it was pulled: write the tag of a version, or a digest',
  ],
  'resources-missing': ({ containers }) => [
    `neither requests nor limits: ${firstOf(containers)}`,
    'the first to be stopped on a full node, and without a bound: write resources.requests',
  ],
  'probe-missing': ({ container, service }) => [
    `Service "${shorten(service)}" leads to "${shorten(container)}", which has no readinessProbe`,
    'requests arrive while it is still starting: write a readinessProbe',
  ],
  'run-as-root': ({ containers }) => [
    `runs as root: ${firstOf(containers)}`,
    'a break-in does more harm: write runAsNonRoot: true and a runAsUser that is not 0',
  ],
  'secret-in-env': ({ name }) => [
    `the value of ${shorten(name)} stands here in plain text`,
    'whoever reads the manifest sees it: keep it in a Secret and use secretKeyRef',
  ],
  retired: ({ value, instead }) => [`"${shorten(value)}" is an old way`, `use ${instead} today`],
  'suppress-unused': ({ rule }) => [`there is no finding of ${shorten(rule)}`, 'remove the suppression'],
  'suppress-comment': ({ problem, text }) =>
    problem === 'rule'
      ? `there is no rule ${shorten(text)}`
      : problem === 'place'
        ? ['lint-disable belongs at the top of a document', 'for one line there is lint-disable-next-line']
        : ['cannot read this suppression', 'write # lint-disable-next-line rule -- reason'],
};
