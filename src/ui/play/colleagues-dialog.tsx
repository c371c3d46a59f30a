import './colleagues.css';
import type { ColleagueOffer, ColleagueView, LookOffer } from '../../domain/observation.ts';
import { duration, type Tick } from '../../domain/time.ts';
import { sameLook } from '../../domain/same-look.ts';
import { termsOf } from '../../game/commands/colleague-commands.ts';
import { colleagueWords as words } from '../../game/words/colleagues.ts';
import { lookWords } from '../../game/words/looks.ts';
import { dialogWords } from '../../game/words/play-dialogs.ts';
import { Button } from '../common/button.tsx';
import { Dialog } from '../common/dialog.tsx';
import { focusSoon } from './play-deeds.ts';
import { usePlay } from './play-ui.ts';

/** Who can be called in, who is here, and what each can be asked to look at. */
export function ColleaguesDialog({ onClose }: { readonly onClose: () => void }) {
  const { state } = usePlay();
  const { colleagues } = state.menu;
  return (
    <Dialog title={words.title} wide onClose={onClose} aside={<p class="small soft">{dialogWords.waits}</p>}>
      <p class="soft">{colleagues.length === 0 ? words.nobody : words.says}</p>
      {colleagues.map((offer) => (
        <Colleague key={offer.id} offer={offer} view={state.observation.colleagues.find(({ id }) => id === offer.id)!} onClose={onClose} />
      ))}
      <footer>
        <button type="button" class="button" data-autofocus onClick={onClose}>
          {dialogWords.close}
        </button>
      </footer>
    </Dialog>
  );
}

interface Props {
  readonly offer: ColleagueOffer;
  readonly view: ColleagueView;
  readonly onClose: () => void;
}

function Colleague({ offer, view, onClose }: Props) {
  const { act, session } = usePlay();
  const { id, name } = offer;
  const awaited = view.state === 'on-the-way' ? view.hereTick : view.state === 'looking' ? view.busyUntil : null;
  const call = (): void => {
    if (act({ type: 'escalate', to: id })) focusSoon(`#colleague-${id}`); // the button has gone
  };
  const wait = (tick: Tick): void => {
    onClose();
    session.waitUntil(tick);
  };
  return (
    <section class={`colleague is-${view.state}`} aria-labelledby={`colleague-${id}`}>
      <header>
        <h3 id={`colleague-${id}`} tabIndex={-1} aria-describedby={`colleague-${id}-stands`}>
          {name}
        </h3>
        <p id={`colleague-${id}-stands`} class="small">
          <Stands view={view} />
        </p>
        {view.state === 'away' && (
          <Button small label={words.callWho(name, termsOf(offer))} refusal={offer.refusal} onPress={call}>
            {words.call}
          </Button>
        )}
        {awaited !== null && (
          <Button small label={words.waitWho(name)} onPress={() => wait(awaited)}>
            {words.wait}
          </Button>
        )}
      </header>
      {view.state === 'away' && <p class="small">{termsOf(offer)}</p>}
      {offer.decides && <p class="small">{words.decides}</p>}
      {view.state === 'here' || view.state === 'looking' ? (
        <ul class="colleague-looks">
          {offer.looks.map((look) => (
            <li key={look.label}>
              <Asked who={offer} look={look} />
            </li>
          ))}
        </ul>
      ) : (
        <p class="small soft">{words.reads(offer.reads)}</p>
      )}
    </section>
  );
}

/** Where somebody is, and until when. */
function Stands({ view }: { readonly view: ColleagueView }) {
  const { state, session, minute } = usePlay();
  const left = (tick: Tick): string => duration((tick - state.observation.tick) * session.brief.tickSeconds);
  const said = words.states[view.state];
  if (view.state === 'on-the-way' && view.hereTick !== null)
    return (
      <>
        <b>{said}</b>, {words.expected(minute(view.hereTick), left(view.hereTick))}
      </>
    );
  if (view.busyUntil !== null)
    return (
      <>
        <b>{said}</b> {words.until(minute(view.busyUntil), left(view.busyUntil))}
      </>
    );
  return <b>{said}</b>;
}

function Asked({ who, look: offer }: { readonly who: ColleagueOffer; readonly look: LookOffer }) {
  const { act, state, minute } = usePlay();
  const { evidence, lent } = state.observation;
  const seen = evidence.findLast((one) => sameLook(one.look, offer.look));
  const live = seen !== undefined && offer.look.type === 'look-dashboard';
  const underWay = lent.some((look) => sameLook(look, offer.look));
  const time = duration(offer.costSeconds);
  return (
    <div class="colleague-look">
      <p>
        {offer.label}
        {seen !== undefined && <span class="small soft"> {live ? words.open : words.seen(minute(seen.tick))}</span>}
        {underWay && <span class="small soft"> {words.underWay}</span>}
      </p>
      <span class="cost small soft">{lookWords.takes(time)}</span>
      {!live && !underWay && (
        <Button
          small
          label={words.askWho(who.name, offer.label, time)}
          refusal={offer.refusal}
          onPress={() => {
            if (act({ type: 'ask-colleague', who: who.id, look: offer.look })) focusSoon(`#colleague-${who.id}`);
          }}
        >
          {seen === undefined ? words.ask : words.again}
        </Button>
      )}
    </div>
  );
}
