import './glossary.css';
import { useId, useRef, useState } from 'preact/hooks';
import type { Term } from '../../game/glossary.ts';
import { withTerms } from '../../game/glossary-find.ts';

/** A text whose terms of the field can be asked about where they stand. Not for texts inside buttons or labels. */
export function Terms({ text }: { readonly text: string }) {
  return (
    <>{withTerms(text).map((piece, i) => (piece.term === null ? piece.text : <Asked key={i} words={piece.text} term={piece.term} />))}</>
  );
}

const WAIT_MS = 350; // of a pointer that rests, before the note opens
const LEAVE_MS = 250; // time to get from the word to its note

/** The word is a button; its note opens on press or on rest of the pointer, stays while pointed at, and Escape closes it. */
function Asked({ words, term }: { readonly words: string; readonly term: Term }) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const note = useRef<HTMLSpanElement>(null);
  const timer = useRef(0);
  const [open, setOpen] = useState(false);
  const place = (): void => {
    const [from, to] = [button.current, note.current];
    if (from === null || to === null) return;
    const box = from.getBoundingClientRect();
    const width = Math.min(320, innerWidth - 24);
    to.style.width = `${width}px`;
    to.style.left = `${Math.max(12, Math.min(box.left, innerWidth - width - 12))}px`;
    const below = box.bottom + 6;
    to.style.top = below + to.offsetHeight > innerHeight - 8 ? `${Math.max(8, box.top - to.offsetHeight - 6)}px` : `${below}px`;
  };
  const hover = (wanted: boolean) => (): void => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(
      () => {
        const now = note.current;
        if (now === null || now.matches(':popover-open') === wanted) return;
        if (wanted) now.showPopover();
        else if (document.activeElement !== button.current) now.hidePopover();
      },
      wanted ? WAIT_MS : LEAVE_MS,
    );
  };
  const toggled = (event: { readonly newState: string }): void => {
    setOpen(event.newState === 'open');
    if (event.newState === 'open') requestAnimationFrame(place);
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !open) return;
    event.preventDefault(); // nothing behind the note closes with it
    event.stopPropagation();
    note.current?.hidePopover();
  };
  return (
    <span class="asked" onKeyDown={keys} onPointerEnter={hover(true)} onPointerLeave={hover(false)}>
      <button ref={button} type="button" class="term" popovertarget={id} aria-expanded={open}>
        {words}
      </button>
      <span ref={note} id={id} popover="auto" class="term-note" role="note" onToggle={toggled}>
        {open && (
          <>
            <b>{term.name}</b> {term.says}
          </>
        )}
      </span>
    </span>
  );
}
