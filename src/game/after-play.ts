import type { Ports, SceneLoader, SceneOptions } from './ports.ts';
import type { Route } from './route.ts';

/** What the debrief, the story room and the replay are given by the page. */
export interface AfterPlayProps {
  readonly payload: string; // of the address
  readonly at: string | null; // a clock to open at, "02:10"
  readonly ports: Ports;
  readonly scene: SceneLoader;
  readonly sceneOptions: SceneOptions;
  readonly go: (route: Route) => void; // a new place: the browser's back button returns here
  readonly replace: (route: Route) => void; // the same place with another payload, after a pick was added to the record
}
