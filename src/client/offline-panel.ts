import { megabytes } from '../site/size.ts';
import { offline as words } from '../site/strings.parts.ja.ts';
import { href } from '../site/url.ts';
import { announce } from './announce.ts';
import * as copy from './offline.ts';
import './parts/style.ts';

export interface Panel {
  element: HTMLElement;
  /** Starts saving, unless it is saved or being saved. */
  save: () => Promise<void>;
  /** Looks again at what is there: another panel may have changed it. */
  refresh: () => Promise<void>;
}

/** Everything about the offline copy: size, button, progress, check and removal. */
export function createPanel(): Panel {
  const element = make('div', 'keep-panel');
  const said = make('p', 'keep-said');
  const bar = make('progress', 'keep-bar');
  bar.ariaLabel = words.bar;
  const hint = make('p', 'hint');
  const actions = make('div', 'actions');
  const save = button(words.save, 'button primary');
  const verify = button(words.verify, 'button');
  const remove = button(words.remove, 'button');
  actions.append(save, verify, remove);
  element.append(said, bar, hint, actions);

  const say = (text: string, aloud = true) => {
    said.textContent = text;
    if (aloud) announce(text);
  };
  const show = (shown: { save?: string; bar?: boolean; kept?: boolean; hint?: string }) => {
    save.hidden = shown.save === undefined;
    save.textContent = shown.save ?? '';
    bar.hidden = !shown.bar;
    verify.hidden = !shown.kept;
    remove.hidden = !shown.kept;
    hint.hidden = shown.hint === undefined;
    hint.textContent = shown.hint ?? '';
    for (const each of [save, verify, remove]) each.disabled = false;
  };
  const showSaved = (text: string = words.saved, aloud = true) => {
    show({ kept: true });
    say(text, aloud);
  };
  const showFailure = (text: string, label: string = words.again) => {
    show({ save: label });
    say(text);
  };

  const startSaving = async () => {
    show({ bar: true, hint: words.background });
    bar.removeAttribute('value');
    say(words.preparing);
    try {
      const worker = await copy.startSaving();
      worker?.addEventListener('statechange', () => {
        // The browser ended the worker, and it could not say why.
        if (worker.state === 'redundant' && !bar.hidden) showFailure(words.failed.network, words.resume);
      });
    } catch {
      showFailure(words.failed.network);
    }
  };

  copy.listen(report => {
    if (report.type === 'progress') {
      if (bar.hidden && verify.hidden) show({ bar: true, hint: words.background });
      bar.max = report.total;
      bar.value = report.done;
      // A live region would read every step.
      if (!bar.hidden) say(words.saving(megabytes(report.done), megabytes(report.total)), false);
    } else if (report.type === 'failed') {
      // A reader who has a copy keeps it: the update is tried again at the next visit.
      if (verify.hidden)
        showFailure(words.failed[report.reason], report.reason === 'network' ? words.resume : words.again);
    } else if (report.type === 'ready') {
      if (report.isUpdate) return;
      copy.askToKeep();
      showSaved();
      for (const opener of document.querySelectorAll('[data-save]')) opener.textContent = words.manage;
    } else {
      const { sound, repaired, missing } = report;
      if (missing.length > 0) showSaved(words.missing(missing.map(path => path || href('/'))));
      else showSaved(repaired > 0 ? words.repaired(sound, repaired) : words.verified(sound));
    }
  });
  save.addEventListener('click', () => void startSaving());
  verify.addEventListener('click', () => {
    verify.disabled = true;
    say(words.checking);
    void copy.startVerifying();
  });
  remove.addEventListener('click', async () => {
    await copy.removeCopy();
    for (const opener of document.querySelectorAll('[data-save]')) opener.textContent = words.save;
    showFailure(words.removed, words.save);
  });

  const showState = async () => {
    const state = await copy.findState();
    if (state === 'unsupported' || state === 'refused') {
      show({});
      say(words[state], false);
    } else if (state === 'saved') showSaved(words.saved, false);
    else if (state === 'saving') {
      show({ bar: true, hint: words.background });
      say(words.preparing, false);
    } else {
      const offer = await copy.loadOffer();
      // The reader may have pressed the button meanwhile.
      if (!bar.hidden) return;
      const isSaver = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
      if (offer?.removed) {
        show({});
        say(words.withdrawn, false);
        return;
      }
      show({
        save: state === 'partly' ? words.resume : words.save,
        ...(isSaver ? { hint: words.saver } : {}),
      });
      const size = offer ? words.offer(megabytes(offer.wire), megabytes(offer.bytes)) : '';
      say(state === 'partly' ? words.partly : size, false);
    }
  };
  show({ save: words.save });
  say(words.asking, false);

  return {
    element,
    refresh: showState,
    async save() {
      const state = await copy.findState();
      if (state === 'none' || state === 'partly') await startSaving();
    },
  };
}

function make<K extends keyof HTMLElementTagNameMap>(name: K, className: string): HTMLElementTagNameMap[K] {
  const node = document.createElement(name);
  node.className = className;
  return node;
}

function button(text: string, className: string): HTMLButtonElement {
  const node = make('button', className);
  node.type = 'button';
  node.textContent = text;
  return node;
}
