import './room-bar.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../common/button.tsx';
import { PaletteButton } from '../shell/palette-button.tsx';
import { roomWords } from '../../game/words/rooms.ts';

interface RoomBarProps {
  readonly title: string;
  readonly subtitle: string;
  readonly onHome: () => void;
  readonly children: ComponentChildren;
}

/** The bar of the rooms after play: the way home, where this is, and what can be done. Its title takes the focus when a room opens. */
export function RoomBar({ title, subtitle, onHome, children }: RoomBarProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <header class="room-bar">
      <button type="button" class="room-home" aria-label={roomWords.home} title={roomWords.home} onClick={onHome}>
        <svg viewBox="0 0 34 24" aria-hidden="true">
          <path d="M2 17h8l9-9h13" class="mark-line" />
          <circle cx="14.5" cy="12.5" r="5" class="mark-ring" />
        </svg>
      </button>
      <div class="room-name">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p class="small soft">{subtitle}</p>
      </div>
      {children}
      <PaletteButton />
    </header>
  );
}

/** One sentence on why a room stays closed, and the way home. */
export function RoomProblem({ title, says, onHome }: { readonly title: string; readonly says: string; readonly onHome: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main class="room-problem">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p role="alert">{says}</p>
      <Button kind="primary" onPress={onHome}>
        {roomWords.allDrills}
      </Button>
    </main>
  );
}

export function RoomWaiting({ says, whole = false }: { readonly says: string; readonly whole?: boolean }) {
  const words = (
    <p class="room-waiting" role="status">
      <svg viewBox="0 0 120 12" aria-hidden="true">
        <path d="M6 6h108" class="waiting-line" />
        <circle cx="6" cy="6" r="4" class="waiting-dot" />
      </svg>
      {says}
    </p>
  );
  return whole ? <main class="room-problem">{words}</main> : words;
}
