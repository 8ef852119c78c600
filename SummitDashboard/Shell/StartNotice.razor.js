// Remembers in a cookie of this casebook which steps somebody put off, so that pages come from the server without them (StartNotice).

export function keep(name, steps) {
  const secure = location.protocol === 'https:' ? '; secure' : '';
  const path = new URL(document.baseURI).pathname;
  document.cookie = `${name}=${steps}; path=${path}; samesite=lax; max-age=31536000${secure}`;
}
