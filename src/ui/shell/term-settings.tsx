import { COMPLICATIONS, INFORMATION, STRICTNESS } from '../../domain/difficulty.ts';
import type { Settings } from '../../game/settings.ts';
import { difficultyWords } from '../../game/words/difficulty.ts';
import { TermSetting } from './term-setting.tsx';

interface Props {
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
}

/** What is known of the system, what else happens, and how the run is judged. */
export function TermSettings({ settings, onChange }: Props) {
  const { information, complications, strictness } = difficultyWords;
  return (
    <>
      <TermSetting
        name="information"
        title={information.title}
        chosen={settings.information}
        choices={INFORMATION.map((value) => ({ value, ...information[value] }))}
        onChoose={(value) => onChange({ ...settings, information: value })}
      />
      <TermSetting
        name="complications"
        title={complications.title}
        chosen={settings.complications}
        choices={COMPLICATIONS.map((value) => ({ value, ...complications[value] }))}
        onChoose={(value) => onChange({ ...settings, complications: value })}
      />
      <TermSetting
        name="strictness"
        title={strictness.title}
        chosen={settings.strictness}
        choices={STRICTNESS.map((value) => ({ value, ...strictness[value] }))}
        onChoose={(value) => onChange({ ...settings, strictness: value })}
      />
    </>
  );
}
