import { useEffect, useRef } from 'preact/hooks';
import type { AfterPlayProps } from '../../game/after-play.ts';
import { mapView } from '../../game/map-view.ts';
import type { SceneHandle } from '../../game/ports.ts';
import type { ReplayControl } from './replay-control.ts';

interface ReplayMapProps {
  readonly control: ReplayControl;
  readonly scene: AfterPlayProps['scene'];
  readonly sceneOptions: AfterPlayProps['sceneOptions'];
}

/** The drawn map at the tick that is looked at, standing still. The station list says the same in words. */
export function ReplayMap({ control, scene, sceneOptions }: ReplayMapProps) {
  const host = useRef<HTMLDivElement>(null);
  const drawn = useRef<SceneHandle | null>(null);
  const { layout, rooms, coinEur, run } = control.opened.value!;
  const seen = control.seen.value;
  const show = (): void => {
    const now = control.seen.peek();
    if (now === null) return;
    const { observation, refused } = now;
    const clock = { tick: observation.tick, paused: true, speed: 1 / run.clock.tickSeconds };
    drawn.current?.update(mapView(observation, layout, null, refused, rooms, coinEur), clock);
  };
  useEffect(() => {
    let gone = false;
    const element = host.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => drawn.current?.resize());
    scene
      .mountScene(element, sceneOptions)
      .then((handle) => {
        if (gone) handle.destroy();
        else {
          drawn.current = handle;
          observer.observe(element);
          show();
        }
      })
      .catch(() => element.classList.add('without-map')); // the list beside it is enough
    return () => {
      gone = true;
      observer.disconnect();
      drawn.current?.destroy();
      drawn.current = null;
    };
  }, [sceneOptions.theme]);
  useEffect(show, [seen]);
  return <div class="replay-map" ref={host} aria-hidden="true" />;
}
