import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './site.mjs';

const LEAST = [20, 19];

/** @throws when this Node is too old for the tools, in one sentence */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return;
  throw new Error(`Silent Drift needs Node ${LEAST.join('.')} or later, and this is Node ${process.versions.node}`);
}

const json = (...path) => JSON.parse(readFileSync(join(ROOT, ...path), 'utf8'));

/** Names of packages that package.json pins and node_modules lacks or has in another version. */
export function missingPackages() {
  const { dependencies, devDependencies } = json('package.json');
  return Object.entries({ ...dependencies, ...devDependencies })
    .filter(([name, version]) => {
      if (!existsSync(join(ROOT, 'node_modules', name, 'package.json'))) return true;
      return json('node_modules', name, 'package.json').version !== version;
    })
    .map(([name]) => name);
}

/**
 * Installs the pinned packages where one is missing.
 * @returns whether anything was installed
 * @throws when npm could not
 */
export function installMissing(say) {
  const missing = missingPackages();
  if (missing.length === 0) return false;
  say(`Installing packages (${missing.length} missing; about 30 s on a first start).`);
  // --include=dev: the tools are needed also where NODE_ENV says production
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const done =
    npm && /\.[cm]?js$/.test(npm)
      ? spawnSync(process.execPath, [npm, ...args], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] })
      : spawnSync('npm', args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  if (done.status !== 0) throw new Error('npm ci failed; its own words stand above');
  return true;
}
