import './room.css';
import type { ComponentType } from 'preact';
import { Lazy } from '../shell/lazy.tsx';
import { usePlay } from '../play/play-ui.ts';
import type { RoomProps } from './room.tsx';

const load = (): Promise<ComponentType<RoomProps>> => import('./room.tsx').then(({ Room }) => Room);

/** The room of the station that was picked on the map, if any: over the map, or as a sheet on a phone. */
export function RoomPanel({ sheet = false }: { readonly sheet?: boolean }) {
  const { ui } = usePlay();
  const id = ui.station.value;
  if (id === null) return null;
  return (
    <Lazy load={load} props={{ id, sheet }} waiting={<div class="room" aria-busy="true" />} onFail={() => (ui.station.value = null)} />
  );
}
