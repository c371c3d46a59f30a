import './game/jitless.ts';
import { render } from 'preact';
import { createApp } from './game/app.ts';
import type { SceneLoader } from './game/ports.ts';
import { browserAddress, browserClipboard, browserTicker, randomSeed, today } from './platform/browser-ports.ts';
import { openStorage } from './platform/idb-storage.ts';
import { createWorkerAnalyst } from './platform/worker-analyst.ts';
import { Page } from './ui/shell/page.tsx';

const scene: SceneLoader = {
  mountScene: async (host, options) => (await import('./scene/mount.ts')).mountScene(host, options),
  openSound: async () => (await import('./scene/sound.ts')).openSound(),
  mountHomeMap: async (host, options) => (await import('./scene/home.ts')).mountHomeMap(host, options),
};

const loadEngine = async () => {
  const [{ openEngine }, { shippedFiles }] = await Promise.all([import('./game/engine-room.ts'), import('./platform/shipped.ts')]);
  return openEngine(shippedFiles);
};

async function start(root: HTMLElement): Promise<void> {
  const ports = {
    storage: await openStorage(),
    clipboard: browserClipboard,
    address: browserAddress,
    ticker: browserTicker,
    analyst: createWorkerAnalyst(),
    newSeed: randomSeed,
    today,
  };
  const app = createApp(ports, loadEngine);
  const asked = new URLSearchParams(location.search).get('renderer');
  const motion = matchMedia('(prefers-reduced-motion: reduce)');
  const day = matchMedia('(prefers-color-scheme: light)');
  const draw = (): void =>
    render(
      <Page
        app={app}
        scene={scene}
        renderer={asked === 'canvas' ? 'canvas' : null}
        systemReducesMotion={motion.matches}
        systemTheme={day.matches ? 'light' : 'dark'}
      />,
      root,
    );
  motion.addEventListener('change', draw);
  day.addEventListener('change', draw);
  draw();
}

const root = document.getElementById('app');
if (root === null) throw new Error('expected an element with the id "app" in the page');
void start(root);
