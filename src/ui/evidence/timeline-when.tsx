import type { Tick } from '../../domain/time.ts';
import { Mono } from '../common/mono.tsx';
import type { ReadAt } from './read-at.ts';
import { clockOf, fromNow } from './read-at.ts';

/** When something was or will be, seen from the reading. */
export function When({ tick, at }: { readonly tick: Tick; readonly at: ReadAt }) {
  const clock = clockOf(tick, at);
  return (
    <span class="when">
      <b>{fromNow(tick, at)}</b>
      {clock !== '' && <Mono class="small soft">{clock}</Mono>}
    </span>
  );
}
