/** The part of the Trusted Types API (https://www.w3.org/TR/trusted-types/) that is used here. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ): { createScriptURL(address: string): string };
}

/**
 * Makes the one policy that the site's content policy names (src/site/security.ts), and so may be called once. The result
 * turns an address that `check` lets through into one that a script or a worker is started from.
 * @param check Gives the address back, or throws.
 */
export function scriptUrlPolicy(check: (address: string) => string): (address: string) => string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('site', { createScriptURL: check });
  return address => (policy ? policy.createScriptURL(address) : check(address));
}
