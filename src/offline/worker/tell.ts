import { copyName, type Report } from '../protocol.ts';
import { base } from './scope.ts';

const channel = new BroadcastChannel(copyName(base));

/** Tells every page of the site. */
export function tell(report: Report): void {
  channel.postMessage(report);
}
