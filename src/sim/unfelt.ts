import type { SettingValue } from '../scenario/system.ts';
import type { KnownNight } from './plant.ts';

/**
 * Whether a setting makes no difference to a night: what is read of it, if anything, comes to the same, but for what a player is shown.
 * Times of looks and changes concern those who ask for them, and an alert's severity those nights in which it fires; of its own
 * parameters each plant knows itself. What nobody knows of is felt.
 * @param path of the setting, as in a scenario's file
 */
export function isUnfelt(path: string, value: SettingValue, night: KnownNight): boolean {
  const { setup, actions, witness } = night;
  const [part, name, item, field] = path.split('.');
  if (part === 'looks' || part === 'delays') return !actions.some(({ type }) => type === name);
  if (part === 'alerts' && name === 'rules' && field === 'severity') return witness !== null && !witness.fired.includes(item!);
  return setup.plant.isUnfelt(path, value, night);
}
