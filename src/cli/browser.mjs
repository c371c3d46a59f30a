import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

const usualPaths = () => {
  if (process.platform === 'darwin')
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
      ['/Applications', join(process.env.HOME ?? '', 'Applications')].map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`),
    );
  if (process.platform === 'win32')
    return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((folder) => [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')]);
  const folders = (process.env.PATH ?? '').split(delimiter).concat('/usr/bin', '/usr/local/bin', '/snap/bin');
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
};

const runnable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const ownBrowser = () => {
  try {
    const path = createRequire(import.meta.url)('playwright-core').chromium.executablePath();
    return path && existsSync(path) ? path : null;
  } catch {
    return null; // packages are not installed, or it has no build for this system
  }
};

/**
 * The path of a Chromium-like browser on this machine, or null.
 * @throws when CHROME_PATH names something that cannot be run
 */
export function findBrowser() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (runnable(chosen)) return chosen;
    throw new Error(`CHROME_PATH is "${chosen}", which is not a program that can be run`);
  }
  return usualPaths().find(runnable) ?? ownBrowser();
}

const asRoot = (args) => {
  const root = process.getuid?.() === 0;
  const [program, ...rest] = root ? args : ['sudo', '-n', ...args];
  const done = spawnSync(program, rest, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return done.status === 0;
};

const aptInstall = () => {
  const install = ['apt-get', '-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'];
  return asRoot(install) || (asRoot(['apt-get', '-o', 'DPkg::Lock::Timeout=300', 'update']) && asRoot(install));
};

const ownInstall = () => {
  const cli = join(createRequire(import.meta.url).resolve('playwright-core/package.json'), '..', 'cli.js');
  return spawnSync(process.execPath, [cli, 'install', '--no-shell', 'chromium'], { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
};

/**
 * The path of a browser, installing one where there is none: Debian's with CI set, else playwright-core's own.
 * @throws when none could be had, in one sentence that says what to do
 */
export function haveBrowser(say) {
  const found = findBrowser();
  if (found) return found;
  if (process.env.CI) {
    say('No browser found: installing chromium and fonts-dejavu-core with apt-get.');
    if (!aptInstall()) throw new Error('apt-get could not install chromium; set CHROME_PATH to a Chrome or Chromium of your own');
  } else {
    say(
      'No browser found: playwright-core downloads its Chromium (about 170 MB); to avoid it, set CHROME_PATH to a Chrome or Chromium of your own.',
    );
    if (!ownInstall()) throw new Error('Chromium could not be downloaded; set CHROME_PATH to a Chrome or Chromium of your own');
  }
  const installed = findBrowser();
  if (!installed) throw new Error('a browser was installed but is not where it was expected; set CHROME_PATH to it');
  return installed;
}
