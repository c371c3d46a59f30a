import './dialog.css';
import { createContext, type ComponentChildren } from 'preact';
import { useContext, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useBeyond } from './beyond.ts';

/** Why what was just asked for in a dialog was refused; null where nothing was. */
export const DialogRefusal = createContext<string | null>(null);

interface DialogProps {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly aside?: ComponentChildren; // small words at the right of the title
  readonly wide?: boolean;
  readonly class?: string;
  readonly style?: Readonly<Record<string, string>>;
  readonly onClose: () => void;
}

/** A modal over the page: Escape closes it, focus returns to where it was. */
export function Dialog({ title, children, aside, wide = false, class: extra = '', style = {}, onClose }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const refusal = useContext(DialogRefusal);
  const notice = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => notice.current?.scrollIntoView({ block: 'nearest' }), [refusal]);
  useLayoutEffect(() => {
    const before = document.activeElement;
    const dialog = ref.current;
    dialog?.showModal();
    const wanted = dialog?.querySelector<HTMLElement>('[data-autofocus]');
    wanted?.focus({ preventScroll: true });
    if (wanted?.dataset['autofocus'] === 'read-from') wanted.scrollIntoView({ block: 'start', behavior: 'instant' });
    else if (dialog !== null) dialog.scrollTop = 0; // read from its head, wherever the focus is
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const beyond = useBeyond(ref);
  const cancel = (event: Event): void => {
    event.preventDefault();
    onClose();
  };
  const outside = (event: MouseEvent): void => {
    if (event.target === ref.current && event.detail > 0) {
      const box = ref.current?.getBoundingClientRect();
      if (
        box !== undefined &&
        (event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom)
      )
        onClose();
    }
  };
  return (
    <dialog
      ref={ref}
      class={`dialog ${wide ? 'wide' : ''} ${extra}`}
      style={style}
      data-beyond={beyond}
      aria-labelledby={heading}
      onCancel={cancel}
      onClick={outside}
    >
      <header>
        <h2 id={heading}>{title}</h2>
        {aside}
      </header>
      {refusal !== null && (
        <p class="refused-here" role="status" ref={notice}>
          {refusal}
        </p>
      )}
      {children}
    </dialog>
  );
}
