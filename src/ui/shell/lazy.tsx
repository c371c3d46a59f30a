import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface LazyProps<P> {
  readonly load: () => Promise<ComponentType<P>>;
  readonly props: P;
  readonly waiting: ComponentChildren;
  readonly onFail: () => void;
}

/** A screen whose code is fetched when it is first shown. */
export function Lazy<P>({ load, props, waiting, onFail }: LazyProps<P>) {
  const [Screen, setScreen] = useState<ComponentType<P> | null>(null);
  useEffect(() => {
    let gone = false;
    load()
      .then((loaded) => {
        if (!gone) setScreen(() => loaded);
      })
      .catch(() => {
        if (!gone) onFail();
      });
    return () => {
      gone = true;
    };
  }, [load]);
  return Screen === null ? <>{waiting}</> : <Screen {...(props as P & object)} />;
}
