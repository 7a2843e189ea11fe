import { describe, expect, test } from 'vitest';
import { createNormalizer } from '../../../scripts/lab/normalize.ts';

const normalize = () => createNormalizer(['echo-summer', 'echo'], '2026-11-21');

describe('createNormalizer', () => {
  test('gives two runs of one session the same text', () => {
    const run = (pod: string, ip: string, age: string) =>
      [
        'NAME                           READY   STATUS    RESTARTS   AGE   IP',
        `echo-summer-7d9c5b6f4d-${pod}   1/1     Running   0          ${age}   ${ip}`,
      ].join('\n');
    expect(normalize()(run('k7hlm', '10.244.0.27', '9s'))).toBe(
      normalize()(run('zz4tp', '10.244.0.9', '2m41s')),
    );
  });

  test('gives Jobs of a CronJob the minutes of the day of the run', () => {
    const run = (minute: string, pod: string, since: string) =>
      [
        'NAME                     LAST SCHEDULE   AGE',
        `echo-${minute}         ${since}             3m`,
        `echo-${minute}-${pod}   <none>          3m`,
      ].join('\n');
    const text = normalize()(run('29921255', 'dqb6w', '45s'));
    expect(text).toBe(normalize()(run('29921301', 'm4k2p', '5s')));
    expect(text).toContain(`echo-${Date.UTC(2026, 10, 21) / 60_000}-x7k2p`);
  });

  test('keeps columns aligned', () => {
    const lines = normalize()(
      'NAME   TYPE        CLUSTER-IP       EXTERNAL-IP   PORT(S)   AGE\necho   ClusterIP   10.96.213.144    <none>        80/TCP    12s',
    ).split('\n');
    expect(lines[0]?.indexOf('EXTERNAL-IP')).toBe(lines[1]?.indexOf('<none>'));
    expect(lines[1]).toContain('10.96.0.101 ');
  });

  test('keeps an empty cell', () => {
    expect(normalize()('NAME   CLASS   ADDRESS   PORTS   AGE\necho   nginx             80      12s')).toBe(
      'NAME   CLASS   ADDRESS   PORTS   AGE\necho   nginx             80      30s',
    );
  });

  test('gives every Job one duration', () => {
    const run = (status: string, duration: string) =>
      normalize()(
        `NAME   STATUS     COMPLETIONS   DURATION   AGE\necho   ${status.padEnd(11)}1/1           ${duration}         9s`,
      );
    expect(run('Complete', '8s')).toContain(' 30s        30s');
    expect(run('Failed', '8s')).toContain(' 30s        30s');
  });

  test('keeps one Pod one name through all sessions of a chapter', () => {
    const again = normalize();
    const first = again('pod/echo-summer-7d9c5b6f4d-k7hlm created');
    expect(again('echo-summer-7d9c5b6f4d-k7hlm')).toBe(first.slice(4, -8));
    expect(again('echo-summer-7d9c5b6f4d-k7hlm')).not.toBe(again('echo-summer-7d9c5b6f4d-zz4tp'));
  });

  test('sorts what a server may list in any order', () => {
    const again = normalize();
    again('echo-summer 10.244.0.8 10.244.0.9');
    expect(again('Endpoints: 10.244.0.9:8080,10.244.0.8:8080')).toBe(
      'Endpoints: 10.244.0.11:8080,10.244.0.12:8080',
    );
    expect(again('Address: 10.96.0.10:53\n\n\nAddress: 10.244.0.9\nAddress: 10.244.0.8')).toBe(
      'Address: 10.96.0.10:53\n\nAddress: 10.244.0.11\nAddress: 10.244.0.12',
    );
  });

  test('sorts what several Pods have logged alike, and nothing else', () => {
    const alike = ['[pod/echo-b/c] Started', '[pod/echo-a/c] Started'];
    expect(normalize()(alike.join('\n'))).toBe(alike.toReversed().join('\n'));
    const story = [
      '[pod/echo-b/c] ping',
      '[pod/echo-b/c] pong',
      '[pod/echo-a/c] ping',
      '[pod/echo-a/c] pong',
    ];
    expect(normalize()(story.join('\n'))).toBe(story.join('\n'));
  });

  test('gives node ports that the server picked a fixed number, and keeps those that people picked', () => {
    expect(normalize()('80:32415/TCP')).toBe('80:31001/TCP');
    expect(normalize()('80:30060/TCP')).toBe('80:30060/TCP');
  });

  test('aligns a table below a warning', () => {
    const text =
      'Warning: v1 Endpoints is deprecated\nNAME   ENDPOINTS         AGE\necho   10.244.0.99:8080   2m30s';
    expect(normalize()(text)).toBe(
      'Warning: v1 Endpoints is deprecated\nNAME   ENDPOINTS          AGE\necho   10.244.0.11:8080   30s',
    );
  });

  test.each([
    ['the DNS address', 'nameserver 10.96.0.10'],
    ['words that only look random', 'echo-summer is not a Pod name, nor is node-problem'],
  ])('leaves %s alone', (_name, text) => {
    expect(normalize()(text)).toBe(text);
  });
});
