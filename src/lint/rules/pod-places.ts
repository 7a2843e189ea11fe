import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';

/** A pod in an object: the object itself, or the template of one that makes pods. */
export interface PodPlace {
  spec: Cursor;
  metadata: Cursor;
  /** Some conditions hold for pods only, not for templates. */
  isPod: boolean;
  /** Volumes that come from elsewhere: claim templates of a StatefulSet. */
  claims: readonly Cursor[];
}

const templates: Readonly<Record<string, readonly string[]>> = {
  PodTemplate: ['template'],
  ReplicationController: ['spec', 'template'],
  Deployment: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
};

/** Kinds that hold a pod. */
export const podKinds: readonly string[] = ['Pod', ...Object.keys(templates)];

/** The template of an object that makes pods. */
export function templateOf({ kind, root }: Pick<ObjectContext, 'kind' | 'root'>): Cursor | undefined {
  const path = templates[kind];
  return path && root.get(...path);
}

/** The pod whose spec a server looks at. Until 1.33 it took a StatefulSet's as it was. */
export function podOf(context: ObjectContext): PodPlace | undefined {
  const { kind, root } = context;
  if (kind === 'StatefulSet' && !context.isAtLeast('1.34')) return undefined;
  const pod = kind === 'Pod' ? root : templateOf(context);
  if (!pod) return undefined;
  return {
    spec: pod.get('spec'),
    metadata: pod.get('metadata'),
    isPod: kind === 'Pod',
    claims: kind === 'StatefulSet' ? root.get('spec', 'volumeClaimTemplates').items() : [],
  };
}

/** Containers and init containers, in the order in which the server looks at them. */
export function containersOf(spec: Cursor): Cursor[] {
  return [...spec.get('containers').items(), ...spec.get('initContainers').items()];
}

/** Whether a container is an init container; `isSidecar`: one that keeps running. */
export function isInit(container: Cursor): boolean {
  return container.path.at(-2) === 'initContainers';
}

export function isSidecar(container: Cursor): boolean {
  return isInit(container) && container.get('restartPolicy').string === 'Always';
}

/** Name and place of every container. */
export function containerNames(spec: Cursor): string[] {
  return containersOf(spec).map(container => container.get('name').string ?? '');
}
