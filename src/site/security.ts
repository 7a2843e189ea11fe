/** What a page may do. Nothing in the build is inline, so the policy needs no hashes and is the same for every page. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  // 'self' is for sw.js alone: src/client/trusted.ts passes no other address, because a worker that is loaded from an
  // address escapes the policy of a page's <meta>; a blob: worker inherits it.
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types site',
];

/** The policy of every page's `<meta>`: in force on any host, also on one that sends no headers. */
export const contentPolicy = policy.join('; ');

/** What a host that can send headers adds to every response. `frame-ancestors` works in a header only. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': `${contentPolicy}; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Strict-Transport-Security': 'max-age=31536000',
};
