import { Button, type ButtonProps } from '../common/button.tsx';
import { usePlay, type OpenDialog } from './play-ui.ts';

/** A quiet button that opens a dialog. @param bare shown by its icon alone, its name then being heard and shown on pointing */
export function DialogTool({ icon, name, opens, bare }: DialogToolProps) {
  const { ui } = usePlay();
  return (
    <Button
      kind="quiet"
      small
      icon={icon}
      popup="dialog"
      onPress={() => (ui.dialog.value = opens)}
      {...(bare ? { label: name } : { children: name })}
    />
  );
}

interface DialogToolProps {
  readonly icon: NonNullable<ButtonProps['icon']>;
  readonly name: string;
  readonly opens: OpenDialog;
  readonly bare: boolean;
}
