import { useLayoutEffect, useRef } from 'preact/hooks';
import { DialogRefusal } from '../common/dialog.tsx';
import { ActionPreview } from './action-preview.tsx';
import { BriefingDialog } from './briefing-dialog.tsx';
import { BeliefDialog, ClaimDialog, SlotDialog } from './board-dialogs.tsx';
import { ColleaguesDialog } from './colleagues-dialog.tsx';
import { LeaveAloneDialog, NotesDialog, ResolveDialog } from './closing-dialogs.tsx';
import { VerifyDialog } from './verify-dialog.tsx';
import { GlossaryDialog } from '../glossary/glossary-dialog.tsx';
import { InspectDialog } from './inspect-dialog.tsx';
import { MessageDialog } from './message-dialog.tsx';
import { usePlay } from './play-ui.ts';

/** The one dialog that is open, if any. What is refused in it is said in it, and neither it nor what was refused before outlasts it. */
export function PlayDialogs() {
  const { ui } = usePlay();
  const open = ui.dialog.value;
  const before = useRef(open);
  useLayoutEffect(() => {
    if (before.current !== open) ui.refused.value = null;
    before.current = open;
  }, [open]);
  return (
    <DialogRefusal.Provider value={ui.refused.value}>
      <OpenedDialog />
    </DialogRefusal.Provider>
  );
}

function OpenedDialog() {
  const { ui } = usePlay();
  const open = ui.dialog.value;
  const close = (): void => {
    ui.dialog.value = null;
  };
  if (open === null) return null;
  switch (open.kind) {
    case 'preview':
      return <ActionPreview choice={open.choice} anchor={open.anchor} onClose={close} />;
    case 'slot':
      return <SlotDialog slot={open.slot} onClose={close} />;
    case 'belief':
      return <BeliefDialog belief={open.belief} onClose={close} />;
    case 'message':
      return <MessageDialog onClose={close} />;
    case 'colleagues':
      return <ColleaguesDialog onClose={close} />;
    case 'verify':
      return <VerifyDialog onClose={close} />;
    case 'resolve':
      return <ResolveDialog onClose={close} />;
    case 'leave-alone':
      return <LeaveAloneDialog onClose={close} />;
    case 'claim':
      return <ClaimDialog onClose={close} />;
    case 'inspect':
      return <InspectDialog from={open.from} onClose={close} />;
    case 'glossary':
      return <GlossaryDialog onClose={close} />;
    case 'briefing':
      return <BriefingDialog onClose={close} />;
    case 'notes':
      return <NotesDialog onClose={close} />;
  }
}
