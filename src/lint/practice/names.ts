/** The tag of an image that may be another image tomorrow: `latest`, or none (an empty string). */
export function looseTag(image: string): string | undefined {
  // Templates and placeholders are somebody else's to fill in.
  if (!/^[\w.:/-]+$/.test(image)) return undefined;
  const name = image.slice(image.lastIndexOf('/') + 1);
  const colon = name.indexOf(':');
  const tag = colon < 0 ? '' : name.slice(colon + 1);
  return tag === '' || tag === 'latest' ? tag : undefined;
}

const secretName =
  /(^|[._-])(PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|API_?KEY|SECRET_?(ACCESS_?)?KEY(_BASE)?|PRIVATE_?KEY|ENCRYPTION_?KEY|CREDENTIALS?)$/i;

/** Whether a variable's name says that its value is a secret. */
export function isSecretName(name: string): boolean {
  const words = name.replace(/([a-z\d])([A-Z])/g, '$1_$2');
  return secretName.test(words) && !/ALLOW_EMPTY/i.test(name);
}

/** Switches, numbers, paths and addresses are no secrets, whatever their name. */
export function looksLikeData(value: string): boolean {
  return /^(true|false|yes|no|on|off|none|\d{1,3}|\.{0,2}\/.*|https?:\/\/[^@]*)$/i.test(value);
}

/** The value comes from elsewhere: `$(OTHER)`, `${VALUE}`, `<password>`, `{{ value }}`. */
export function isPlaceholder(value: string): boolean {
  return /^(\$\(.*\)|\$\{.*\}|<.*>|.*\{\{.*)$/.test(value);
}
