import './map-foot.css';
import type { ComponentChildren } from 'preact';
import { mapFoot } from '../../game/map-foot.ts';
import { CheckingLine, VerifiedLine } from './closing-dialogs.tsx';
import { LeftAloneLine } from './left-alone-line.tsx';
import { MeasuredLine } from './measured-line.tsx';
import { Looking } from './look-button.tsx';
import { PendingList } from './pending-list.tsx';
import { usePlay } from './play-ui.ts';

interface Props {
  readonly passing?: ComponentChildren; // what is said for a few seconds, instead of what came last
  readonly children?: ComponentChildren;
}

/** A strip under the map, so that nothing said there hides a station: what came last, and beside it who accompanies the shift. */
export function MapFoot({ passing, children }: Props) {
  const { state } = usePlay();
  const { line, change, others } = mapFoot(state.observation, state.log);
  const looks = state.jumpingTo !== null;
  return (
    <div class={`map-foot ${looks || line !== null ? 'says' : ''}`}>
      {passing}
      <Looking />
      {!looks && line === 'verified' && <VerifiedLine />}
      {!looks && line === 'checking' && <CheckingLine />}
      {!looks && line === 'left' && <LeftAloneLine />}
      {!looks && line === 'measured' && <MeasuredLine />}
      <PendingList change={looks ? null : change} others={looks && change !== null ? [change, ...others] : others} />
      {children}
    </div>
  );
}
