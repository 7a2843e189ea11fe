// Container images without a registry: archives made of the lab's own programs and of Debian's packages.
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { moduleFolder, type Progress } from '../build.ts';
import { kubernetesBin, toolsFolder } from '../cache.ts';
import { mustRun, runCommand } from '../command.ts';
import { LabError } from '../error.ts';
import { buildPause } from './build.ts';

/** How an image is started. */
interface ImageConfig {
  Entrypoint?: string[];
  Cmd?: string[];
  User?: string;
  StopSignal?: string;
}

const searchPath = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Folder of the archives of one release. */
export const imageFolder = (version: string) => join(toolsFolder(), 'images', version);

/** File of an image: `docker.io/library/busybox:1.35` in a name that every file system takes. */
export const imageFile = (version: string, name: string) =>
  join(imageFolder(version), `${name.replace(/[/:]/g, '_')}.tar`);

/** Makes the images that are not there yet, and writes the list of their names. */
export function makeImages(version: string, say: Progress): void {
  const list = join(imageFolder(version), 'images.json');
  if (existsSync(list)) return;
  mkdirSync(imageFolder(version), { recursive: true });
  const work = mkdtempSync(join(tmpdir(), 'lab-images-'));
  try {
    const names = new Workshop(version, work, say).makeAll();
    writeFileSync(list, `${JSON.stringify(names, null, 1)}\n`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Names of the images that were made. */
export function madeImages(version: string): string[] {
  return JSON.parse(readFileSync(join(imageFolder(version), 'images.json'), 'utf8'));
}

class Workshop {
  private readonly version: string;
  private readonly work: string;
  private readonly say: Progress;
  private readonly names: string[] = [];
  private count = 0;

  constructor(version: string, work: string, say: Progress) {
    this.version = version;
    this.work = work;
    this.say = say;
  }

  makeAll(): string[] {
    const bin = kubernetesBin(this.version);
    const tool = (name: string) => join(toolsFolder(), name);
    const kubernetes = moduleFolder('k8s.io/kubernetes', `v${this.version}`, this.say);
    const agnhost = readFileSync(join(kubernetes, 'test/images/agnhost/VERSION'), 'utf8').trim();
    this.scratch('registry.k8s.io/pause:3.10.1', buildPause(this.say), 'pause', { User: '65535:65535' });
    this.scratch('registry.k8s.io/coredns/coredns:v1.15.0', tool('coredns'), 'coredns');
    this.scratch(
      'registry.k8s.io/metrics-server/metrics-server:v0.9.0',
      tool('metrics-server'),
      'metrics-server',
    );
    this.scratch('docker.io/library/traefik:v3.6.12', tool('traefik'), 'traefik');

    const provisioner = 'local-path-provisioner';
    this.scratch(`docker.io/rancher/${provisioner}:v0.0.30`, tool(provisioner), provisioner);

    const kubectl = this.base();
    copyFileSync(join(bin, 'kubectl'), join(kubectl, 'bin/kubectl'));
    this.archive(`registry.k8s.io/kubectl:v${this.version}`, kubectl, { Entrypoint: ['/bin/kubectl'] });
    const host = this.base();
    copyFileSync(join(bin, 'agnhost'), join(host, 'agnhost'));
    this.archive(`registry.k8s.io/e2e-test-images/agnhost:${agnhost}`, host, {
      Entrypoint: ['/agnhost'],
      Cmd: ['pause'],
    });
    this.archive(`docker.io/library/busybox:${this.packageVersion('busybox')}`, this.base(), { Cmd: ['sh'] });
    this.nginx();
    return this.names;
  }

  /** An image with one program and nothing else. */
  private scratch(name: string, program: string, command: string, config: ImageConfig = {}): void {
    const rootfs = this.folder();
    for (const folder of ['tmp', 'etc']) mkdirSync(join(rootfs, folder));
    chmodSync(join(rootfs, 'tmp'), 0o1777);
    writeFileSync(join(rootfs, 'etc/passwd'), 'nobody:x:65534:65534:nobody:/:/bin/false\n');
    copyFileSync(program, join(rootfs, command));
    this.archive(name, rootfs, { Entrypoint: [`/${command}`], ...config });
  }

  /** A small root with Debian's busybox for every command. Its static build cannot look up names, so the C library comes along. */
  private base(): string {
    const rootfs = this.folder();
    const folders = 'bin sbin lib64 run usr/bin usr/sbin etc tmp var/run var/log root proc sys dev home';
    for (const folder of folders.split(' ')) mkdirSync(join(rootfs, folder), { recursive: true });
    chmodSync(join(rootfs, 'tmp'), 0o1777);
    this.unpack('busybox', rootfs);
    rmSync(join(rootfs, 'usr/share'), { recursive: true, force: true });
    this.libraries(['libc6'], rootfs);
    const busybox = join(rootfs, 'bin/busybox');
    for (const command of mustRun(busybox, ['--list']).split('\n'))
      if (command && command !== 'busybox' && !existsSync(join(rootfs, 'bin', command)))
        symlinkSync('busybox', join(rootfs, 'bin', command));
    const users = [
      'root:x:0:0:root:/root:/bin/sh',
      'nobody:x:65534:65534:nobody:/:/bin/false',
      'www-data:x:33:33::/var/www:/bin/false',
    ];
    writeFileSync(join(rootfs, 'etc/passwd'), `${users.join('\n')}\n`);
    writeFileSync(join(rootfs, 'etc/group'), 'root:x:0:\nnogroup:x:65534:\nwww-data:x:33:\nadm:x:4:\n');
    return rootfs;
  }

  private nginx(): void {
    const rootfs = this.base();
    for (const name of ['nginx', 'nginx-common']) this.unpack(name, rootfs);
    const depends = mustRun('apt-cache', ['depends', 'nginx'], { env: { ...process.env, LC_ALL: 'C' } });
    this.libraries(
      [...depends.matchAll(/Depends: ((?:lib|zlib)\S+)/g)].map(match => match[1] ?? ''),
      rootfs,
    );
    const etc = join(rootfs, 'etc/nginx');
    for (const folder of ['sites-enabled', 'modules-enabled'])
      rmSync(join(etc, folder), { recursive: true, force: true });
    for (const folder of ['sites-enabled', 'modules-enabled', 'conf.d'])
      mkdirSync(join(etc, folder), { recursive: true });
    writeFileSync(
      join(etc, 'conf.d/default.conf'),
      'server {\n  listen 80;\n  root /usr/share/nginx/html;\n  index index.html;\n}\n',
    );
    for (const folder of ['var/log/nginx', 'var/lib/nginx', 'usr/share/nginx/html'])
      mkdirSync(join(rootfs, folder), { recursive: true });
    for (const [log, device] of [
      ['access.log', '/dev/stdout'],
      ['error.log', '/dev/stderr'],
    ] as const) {
      rmSync(join(rootfs, 'var/log/nginx', log), { force: true });
      symlinkSync(device, join(rootfs, 'var/log/nginx', log));
    }
    writeFileSync(
      join(rootfs, 'usr/share/nginx/html/index.html'),
      '<!DOCTYPE html>\n<title>Welcome to nginx!</title>\n<h1>Welcome to nginx!</h1>\n',
    );
    this.archive(`docker.io/library/nginx:${this.packageVersion('nginx')}`, rootfs, {
      Cmd: ['nginx', '-g', 'daemon off;'],
      StopSignal: 'SIGQUIT',
    });
  }

  /** One image with one layer, as `docker save` writes it; the same files make the same bytes. */
  private archive(name: string, rootfs: string, config: ImageConfig): void {
    const folder = this.folder();
    const layer = join(folder, 'layer.tar');
    const owner = ['--sort=name', '--owner=0', '--group=0', '--numeric-owner', '--mtime=@0'];
    mustRun('tar', [...owner, '-C', rootfs, '-cf', layer, '.']);
    const digest = createHash('sha256').update(readFileSync(layer)).digest('hex');
    const image = {
      architecture: process.arch === 'arm64' ? 'arm64' : 'amd64',
      os: 'linux',
      config: { Env: [searchPath], ...config },
      rootfs: { type: 'layers', diff_ids: [`sha256:${digest}`] },
    };
    writeFileSync(join(folder, 'config.json'), JSON.stringify(image));
    writeFileSync(
      join(folder, 'manifest.json'),
      JSON.stringify([{ Config: 'config.json', RepoTags: [name], Layers: ['layer.tar'] }]),
    );
    const file = imageFile(this.version, name);
    mustRun('tar', [
      ...owner,
      '-C',
      folder,
      '-cf',
      `${file}.new`,
      'manifest.json',
      'config.json',
      'layer.tar',
    ]);
    renameSync(`${file}.new`, file);
    rmSync(folder, { recursive: true });
    rmSync(rootfs, { recursive: true });
    this.names.push(name);
    this.say(`made the image ${name}`);
  }

  private folder(): string {
    const path = join(this.work, String(this.count++));
    mkdirSync(path, { mode: 0o755 });
    return path;
  }

  private deb(name: string): string {
    const folder = join(this.work, 'packages', name);
    if (!existsSync(folder)) {
      mkdirSync(folder, { recursive: true });
      chmodSync(this.work, 0o755);
      const { status, stderr } = runCommand('apt-get', ['download', '-q', name], { cwd: folder });
      if (status !== 0)
        throw new LabError(
          `the images of busybox and nginx are made from Debian's packages, and ${name} cannot be had: ${stderr.trim() || 'there is no apt-get'}`,
        );
    }
    return join(folder, mustRun('ls', [folder]).trim());
  }

  private unpack(name: string, target: string): void {
    mustRun('dpkg-deb', ['-x', this.deb(name), target]);
  }

  /** Only the shared libraries of packages. */
  private libraries(names: readonly string[], target: string): void {
    const folder = this.folder();
    for (const name of names) this.unpack(name, folder);
    const files = mustRun(
      'find',
      ['.', '-name', '*.so*', '-not', '-path', '*/audit/*', '-not', '-path', '*/gconv/*'],
      { cwd: folder },
    );
    const list = join(this.work, 'libraries');
    writeFileSync(list, files);
    mustRun('sh', ['-c', `tar -cf - -T '${list}' | tar -xf - -C '${target}'`], { cwd: folder });
    rmSync(folder, { recursive: true });
  }

  /** `1.35` of Debian's `1:1.35.0-4+b3`: the release without the packager's part. */
  private packageVersion(name: string): string {
    const version = mustRun('dpkg-deb', ['-f', this.deb(name), 'Version']).trim();
    return version
      .replace(/^\d+:/, '')
      .replace(/[-+].*$/, '')
      .replace(/^(1\.35)\.0$/, '$1');
  }
}
