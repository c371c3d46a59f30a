import type { SettingValue } from '../../scenario/system.ts';
import type { KnownNight } from '../plant.ts';

/** Whether a setting makes no difference to a night: what is read of it, if anything, comes to the same. What this does not know of is felt. */
export function isUnfelt(path: string, _value: SettingValue, { actions, witness }: KnownNight): boolean {
  const [part, name, item, field] = path.split('.');
  if (part === 'looks') return !actions.some(({ type }) => type === name);
  if (part === 'alerts' && name === 'rules' && field === 'severity') return witness !== null && !witness.fired.includes(item!);
  return false;
}
