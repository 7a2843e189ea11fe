import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { resourceParts } from '../../../src/registry/resources.ts';

/** The first drawn diagram of a chapter, without what it says in words. */
function drawing(chapter: string): string {
  const text = readFileSync(`src/content/chapters/${chapter}.mdx`, 'utf8');
  const fence = /```mermaid\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
  return fence.replace(/accDescr \{[\s\S]*?\}/, '');
}

function object(path: string, kind: string) {
  const objects = parseAllDocuments(readFileSync(`manifests/${path}`, 'utf8')).map(doc => doc.toJS());
  return objects.find(other => other.kind === kind);
}

/** What is written in the boxes of a picture. */
const boxes = (picture: string) => [...picture.matchAll(/[[(]"([^"]+)"[\])]/g)].map(match => match[1] ?? '');

// These pictures show what no topology can: what a controller or another program makes of a manifest.
describe('a drawn diagram says what the manifest says', () => {
  test('how many Jobs a CronJob keeps', () => {
    const { metadata, spec } = object('cronjobs/pingpong.yaml', 'CronJob');
    const picture = drawing('cronjobs');
    expect(picture).toContain(`CronJob<br/>${metadata.name}`);
    expect(picture).toContain(`成功は${spec.successfulJobsHistoryLimit}つ`);
    expect(picture).toContain(`失敗は${spec.failedJobsHistoryLimit}つ`);
  });

  test('the names that a StatefulSet gives', () => {
    const { metadata, spec } = object('statefulsets/web.yaml', 'StatefulSet');
    const claim = spec.volumeClaimTemplates[0].metadata.name;
    const expected = Array.from({ length: spec.replicas }, (_, ordinal) => {
      const pod = `${metadata.name}-${ordinal}`;
      return [`${pod}.${spec.serviceName}`, pod, `${claim}-${pod}`];
    });
    const named = [...drawing('statefulsets').matchAll(/"(?:Pod<br\/>|PVC<br\/>)?([a-z0-9.-]+)"/g)].map(
      match => match[1],
    );
    expect(named).toEqual(expected.flat());
  });

  test('the ports by which a local cluster is entered', () => {
    const { nodes } = object('local-cluster/kind-port-mapping.yaml', 'Cluster');
    const [{ containerPort, hostPort, listenAddress }] = nodes[0].extraPortMappings;
    const { nodePort, port } = object('local-cluster/hello.yaml', 'Service').spec.ports[0];
    expect(containerPort).toBe(nodePort);
    const picture = drawing('local-cluster');
    expect(picture).toContain(`${listenAddress}:${hostPort}`);
    expect(picture).toContain(`ノードの${nodePort}番`);
    expect(picture).toContain(`付いたIP:${port}`);
  });

  test('owners are kinds of the resource table', () => {
    const kinds = resourceParts().flatMap(({ rows }) => rows.map(({ kind }) => kind));
    const shown = boxes(drawing('resource-map')).map(name =>
      name === 'PVC' ? 'PersistentVolumeClaim' : name,
    );
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.filter(kind => !kinds.includes(kind))).toEqual([]);
  });
});
