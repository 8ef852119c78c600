// Whether anything is proposed to whoever codes, remembered on the device (ProposalSwitch).

export function areOff() {
  try {
    return localStorage.getItem('proposals') === 'off';
  } catch {
    return false;
  }
}

export function turn(off) {
  try {
    if (off) localStorage.setItem('proposals', 'off');
    else localStorage.removeItem('proposals');
  } catch {
    /* private mode: cannot be remembered */
  }
}
