import { isComposing, isOver, isTyping } from './keys.js';

// What opens over the page: menus, which are details elements, and the list of keys. Without this file menus open and close by
// themselves, and the list of keys is a part of the help page.
(() => {
  const menus = () => document.querySelectorAll('details.menu[open]');

  // A menu closes once the pointer or the focus is elsewhere, once something in it was chosen, and with Escape.
  addEventListener('click', e => {
    for (const menu of menus()) if (!menu.contains(e.target) || e.target.closest('a')) menu.open = false;
  });
  addEventListener('submit', e => {
    const menu = e.target.closest('details.menu');
    if (!menu) return;
    menu.querySelector('summary').focus();
    menu.open = false;
  });
  addEventListener('focusin', e => {
    for (const menu of menus()) if (!menu.contains(e.target)) menu.open = false;
  });
  addEventListener('keydown', e => {
    if (e.key !== 'Escape' || isComposing(e)) return;
    // What stands in the page itself closes only for whoever is in it.
    const within = document.activeElement?.closest('details[data-esc][open]');
    const open = [...menus(), ...(within ? [within] : [])];
    for (const menu of open) {
      if (menu.contains(document.activeElement)) menu.querySelector('summary').focus();
      menu.open = false;
    }
    // It leaves a field, so that single keys act; a form that is edited has its own way (form-keys.js), and what is being found with
    // is emptied first, by the browser.
    const field = !open.length && !e.defaultPrevented && isTyping(e) && !isOver(e) && e.target;
    if (field && !field.closest('[role=combobox], [data-draft]') && !(field.type === 'search' && field.value)) field.blur();
  });

  // What is folded out in a list of two columns moves nothing into the other one: the browser would divide them evenly again.
  const broken = new Set();
  const keep = list => {
    let left = null;
    for (const item of list.children) {
      const at = item.getBoundingClientRect().left;
      if (left !== null && Math.abs(at - left) > 1) {
        item.style.breakBefore = 'column';
        broken.add(item);
      }
      left = at;
    }
  };
  addEventListener('click', e => {
    const list = e.target.closest?.('summary')?.closest('.notes');
    if (list) keep(list);
  }, true);
  addEventListener('resize', () => {
    for (const item of broken) item.style.breakBefore = '';
    broken.clear();
  });

  // The keys, from anywhere: the section of the help page, in a dialog, which is there at once, so that no press goes to the page behind.
  // A click with a modifier opens the help page as any link does.
  const showKeys = async link => {
    const dialog = document.createElement('dialog');
    dialog.className = 'keys';
    dialog.setAttribute('aria-labelledby', 'keys-title');
    dialog.setAttribute('closedby', 'any');
    dialog.innerHTML =
      '<h2 id="keys-title">Keys</h2>' +
      '<form method="dialog"><button class="btn primary" autofocus>Close</button> <a class="btn">All of the help</a></form>';
    dialog.querySelector('form a').href = link.pathname;
    dialog.addEventListener('close', () => dialog.remove());
    dialog.addEventListener('click', e => {
      if (e.target.closest('a')) dialog.close();
    });
    document.body.append(dialog);
    dialog.showModal();
    try {
      const page = await (await fetch(link.href)).text();
      const keys = new DOMParser().parseFromString(page, 'text/html').getElementById('keys');
      for (const part of keys.querySelectorAll('noscript, h2')) part.remove();
      dialog.querySelector('h2').after(...keys.childNodes);
    } catch {
      if (dialog.open) location.assign(link.href); // no server, no list: the browser says so
    }
  };
  addEventListener(
    'click',
    e => {
      const link = e.button === 0 && !e.ctrlKey && !e.metaKey && !e.shiftKey && !e.altKey && e.target.closest?.('a[data-key="?"]');
      if (!link || document.querySelector('dialog[open]')) return;
      e.preventDefault();
      showKeys(link);
    },
    true,
  );
})();
