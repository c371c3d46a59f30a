import type { Address, Clipboard, Ticker } from '../game/ports.ts';

/** The part of the page's address from "#" on. */
export const browserAddress: Address = {
  read: () => location.hash,
  write: (hash, how) => {
    if (how === 'push') history.pushState(null, '', hash);
    else history.replaceState(null, '', hash);
  },
  full: (hash) => new URL(hash, location.href).href,
  listen: (changed) => {
    window.addEventListener('hashchange', changed);
    window.addEventListener('popstate', changed);
    return () => {
      window.removeEventListener('hashchange', changed);
      window.removeEventListener('popstate', changed);
    };
  },
};

function copyBySelection(text: string): boolean {
  const box = document.createElement('textarea');
  box.value = text;
  box.className = 'for-readers';
  document.body.append(box);
  box.select();
  const done = document.execCommand('copy');
  box.remove();
  return done;
}

export const browserClipboard: Clipboard = {
  copy: async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyBySelection(text); // no permission, or not a secure context
    }
  },
  download: (name, text, mime) => {
    const url = URL.createObjectURL(new Blob([text], { type: `${mime};charset=utf-8` }));
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  },
};

export const browserTicker: Ticker = {
  start: (onFrame) => {
    let last = performance.now();
    let request = requestAnimationFrame(function frame(now) {
      const elapsed = now - last;
      last = now;
      request = requestAnimationFrame(frame);
      if (document.visibilityState === 'visible') onFrame(elapsed);
    });
    return () => cancelAnimationFrame(request);
  },
  onHidden: (hidden) => {
    const changed = (): void => {
      if (document.visibilityState === 'hidden') hidden();
    };
    document.addEventListener('visibilitychange', changed);
    return () => document.removeEventListener('visibilitychange', changed);
  },
  nowMs: () => performance.now(),
};

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'; // none that are read for another

export function randomSeed(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  return [...bytes].map((byte) => LETTERS[byte % LETTERS.length]).join('');
}

export const today = (): string => new Date().toISOString().slice(0, 10);
