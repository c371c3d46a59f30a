import { Button } from '../common/button.tsx';
import { Dialog } from '../common/dialog.tsx';

const KEYS: readonly (readonly [keys: string, says: string])[] = [
  ['Space', 'pause and go on, everywhere'],
  ['1 2 3', 'speed 1×, 4×, 16×'],
  ['.', 'let one minute pass'],
  ['M L T D', 'metrics, logs, traces, changes'],
  ['F S O X K', 'data, segments, model, A/B test, calendar, where a system has them'],
  ['A', 'alerts, and Acknowledge while the pager rings'],
  ['H', 'cause board'],
  ['C', 'message to a stakeholder'],
  ['V', 'verify with a metric'],
  ['Z', 'take back the latest change'],
  ['N', 'your notes'],
  ['F6', 'next region of the screen; Shift+F6 the one before'],
  ['arrows', 'inside tabs, lists, buttons of a group and stations of the map'],
  ['Esc', 'close what is open'],
  ['?', 'this page'],
];

export function HelpDialog({ shortcuts, onClose }: { readonly shortcuts: boolean; readonly onClose: () => void }) {
  return (
    <Dialog title="How a drill works" wide onClose={onClose}>
      <div class="help">
        <ol class="help-steps">
          <li>
            <b>Size up.</b> Open evidence on the right. Every look costs time; the alert and its metric are free.
          </li>
          <li>
            <b>Stabilise.</b> Each action shows what it touches and how soon before you take it. The clock waits meanwhile.
          </li>
          <li>
            <b>Update.</b> People ask. Answer with what users see, what is known and what is next.
          </li>
          <li>
            <b>Verify.</b> Name the cause on the board, show recovery with a metric, then resolve. The debrief comes after.
          </li>
        </ol>
        <table class="keys">
          <caption>Keys{shortcuts ? '' : ' (single keys are switched off in Settings)'}</caption>
          <tbody>
            {KEYS.map(([keys, says]) => (
              <tr key={keys}>
                <th scope="row">
                  {keys.split(' ').map((key) => (
                    <kbd class="key" key={key}>
                      {key}
                    </kbd>
                  ))}
                </th>
                <td>{says}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <footer>
        <Button kind="primary" onPress={onClose}>
          Close
        </Button>
      </footer>
    </Dialog>
  );
}
