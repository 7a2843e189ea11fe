import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun, runCommand } from './command.ts';
import { LabError } from './error.ts';

/** Makes a certificate authority: `NAME.crt` and `NAME.key` in a folder. */
export function makeAuthority(folder: string, name: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (runCommand('openssl', ['version']).status !== 0)
    throw new LabError('openssl is not on the PATH: the lab makes its own certificates with it.');
  if (existsSync(join(folder, `${name}.crt`))) return;
  openssl(
    folder,
    `req -x509 -newkey rsa:2048 -nodes -days 3650 -subj /CN=lab-${name} -keyout ${name}.key -out ${name}.crt`,
  );
}

/**
 * Makes a certificate signed by an authority of the same folder.
 * @param names Subject alternative names: `IP:127.0.0.1,DNS:localhost`.
 */
export function makeCertificate(
  folder: string,
  name: string,
  { subject, names = 'DNS:lab', by = 'ca' }: { subject: string; names?: string; by?: string },
): void {
  if (existsSync(join(folder, `${name}.crt`))) return;
  const extensions = join(folder, `${name}.ext`);
  writeFileSync(extensions, `subjectAltName=${names}\nextendedKeyUsage=serverAuth,clientAuth\n`);
  openssl(folder, `req -newkey rsa:2048 -nodes -subj ${subject} -keyout ${name}.key -out ${name}.csr`);
  openssl(
    folder,
    `x509 -req -in ${name}.csr -CA ${by}.crt -CAkey ${by}.key -CAcreateserial -days 3650 -out ${name}.crt -extfile ${extensions}`,
  );
}

/** The pair with which ServiceAccount tokens are signed and checked: `sa.key`, `sa.pub`. */
export function makeSigningKey(folder: string): void {
  if (existsSync(join(folder, 'sa.key'))) return;
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  writeFileSync(join(folder, 'sa.key'), privateKey, { mode: 0o600 });
  writeFileSync(join(folder, 'sa.pub'), publicKey);
}

/** A fresh token for each user; returns them by name and writes the API server's list. */
export function makeTokens(folder: string, users: Record<string, string>): Record<string, string> {
  const tokens = Object.fromEntries(Object.keys(users).map(name => [name, randomBytes(16).toString('hex')]));
  const lines = Object.entries(users).map(
    ([name, group]) => `${tokens[name]},${name},${name}${group && `,${group}`}`,
  );
  writeFileSync(join(folder, 'tokens.csv'), `${lines.join('\n')}\n`, { mode: 0o600 });
  return tokens;
}

/** A kubeconfig with one cluster and one user. */
export function writeKubeconfig(file: string, server: string, authority: string, token: string): void {
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'lab', cluster: { server, 'certificate-authority': authority } }],
    users: [{ name: 'lab', user: { token } }],
    contexts: [{ name: 'lab', context: { cluster: 'lab', user: 'lab' } }],
    'current-context': 'lab',
  };
  writeFileSync(file, `${JSON.stringify(config, null, 1)}\n`, { mode: 0o600 });
}

function openssl(cwd: string, args: string): void {
  mustRun('openssl', args.split(' '), { cwd });
}
