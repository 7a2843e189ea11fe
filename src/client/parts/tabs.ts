import { recall, remember } from '../store.ts';

/**
 * Tabs are radio buttons, which need no script. This makes a choice hold on every page: it is remembered, and it is in the
 * address (`?tool=minikube`), so that a link shows what its sender saw.
 */
export function start(): void {
  const radios = [...document.querySelectorAll<HTMLInputElement>('.tabs input')];
  const address = new URL(location.href);
  const { tabs } = recall();
  const choose = (group: string | undefined, value: string | undefined) => {
    for (const radio of radios)
      if (radio.dataset['sync'] === group && radio.value === value) radio.checked = true;
  };
  for (const group of new Set(radios.flatMap(radio => radio.dataset['sync'] ?? [])))
    choose(group, address.searchParams.get(group) ?? tabs[group]);

  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !radios.includes(target)) return;
    const group = target.dataset['sync'];
    if (!group) return;
    choose(group, target.value);
    remember({ tabs: { ...recall().tabs, [group]: target.value } });
    address.hash = location.hash;
    address.searchParams.set(group, target.value);
    history.replaceState(history.state, '', address);
  });
}
