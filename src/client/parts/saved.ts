import { offline as words } from '../../site/strings.parts.ja.ts';
import { href } from '../../site/url.ts';
import { listen } from '../offline.ts';
import './style.ts';

let isMine = false;
let notice: HTMLElement | undefined;

/** Loaded where the offline copy answers: offers a new release when one waits, and never reloads by itself. */
export function start(): void {
  for (const opener of document.querySelectorAll('[data-save]')) opener.textContent = words.manage;
  addManifest();
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (isMine) location.reload();
  });
  listen(report => {
    if (report.type === 'ready' && report.isUpdate && !isMine)
      show(words.updated, words.reload, () => location.reload());
  });
  void navigator.serviceWorker.getRegistration(href('/')).then(registration => {
    if (!registration) return;
    offer(registration);
    // The navigation that opened this page may have begun an update already.
    follow(registration);
    registration.addEventListener('updatefound', () => follow(registration));
  });
}

/** Only readers who keep the site are offered to install it; everybody else does not load the manifest. */
function addManifest(): void {
  if (document.querySelector('link[rel=manifest]')) return;
  const link = document.createElement('link');
  link.rel = 'manifest';
  link.href = href('/manifest.webmanifest');
  document.head.append(link);
}

function follow(registration: ServiceWorkerRegistration): void {
  const worker = registration.installing;
  worker?.addEventListener('statechange', () => {
    if (worker.state === 'installed') offer(registration);
  });
}

function offer(registration: ServiceWorkerRegistration): void {
  if (!registration.waiting) return;
  show(words.update, words.apply, () => {
    isMine = true;
    registration.waiting?.postMessage('take over');
  });
}

function show(text: string, label: string, act: () => void): void {
  notice?.remove();
  notice = document.createElement('div');
  notice.className = 'notice';
  notice.role = 'status';
  const button = (name: string, className: string, run: () => void) => {
    const node = document.createElement('button');
    node.type = 'button';
    node.className = className;
    node.textContent = name;
    node.addEventListener('click', run);
    return node;
  };
  const line = document.createElement('p');
  line.textContent = text;
  notice.append(
    line,
    button(label, 'button primary', act),
    button(words.later, 'button', () => notice?.remove()),
  );
  document.body.append(notice);
}
