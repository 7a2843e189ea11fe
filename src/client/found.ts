/** Where a search result leads, and what to mark there. It is kept for the next page only, and not in its address. */
const key = 'kubernetes-notes-found';

interface Arrival {
  url: string;
  needles: string[];
}

/** Notes what the reader looked for, before a result is opened. */
export function leaveForArrival(url: string, needles: readonly string[]): void {
  try {
    sessionStorage.setItem(key, JSON.stringify({ url, needles: [...needles] } satisfies Arrival));
  } catch {
    // Storage is blocked: the page opens without marks.
  }
}

/** What to mark on this page, if the reader comes from a search result. */
export function takeArrival(): string[] {
  try {
    const { url, needles }: Arrival = JSON.parse(sessionStorage.getItem(key) ?? '');
    sessionStorage.removeItem(key);
    return url === location.href ? needles : [];
  } catch {
    return [];
  }
}
