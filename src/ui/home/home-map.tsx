import { useEffect, useRef } from 'preact/hooks';
import type { SceneLoader, SceneOptions } from '../../game/ports.ts';

/** The living map behind the title. It is scenery: where it cannot be drawn, nothing is missing. */
export function HomeMap({ scene, options }: { readonly scene: SceneLoader; readonly options: SceneOptions }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    let gone = false;
    let clear = (): void => undefined;
    scene
      .mountHomeMap(element, options)
      .then((map) => {
        if (gone) {
          map.destroy();
          return;
        }
        const observer = new ResizeObserver(() => map.resize());
        observer.observe(element);
        clear = () => {
          observer.disconnect();
          map.destroy();
        };
      })
      .catch(() => undefined);
    return () => {
      gone = true;
      clear();
    };
  }, [options.reducedMotion, options.renderer, options.theme]);
  return <div class="home-map" ref={host} aria-hidden="true" />;
}
