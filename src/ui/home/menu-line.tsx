import { rove } from '../common/roving.ts';
import { homeWords } from '../../game/words/home.ts';

interface Stop {
  readonly title: string;
  readonly says: string;
  readonly onPress: () => void;
}

/** The menu as a line of the map: a stop for every place that exists. */
export function MenuLine({ stops }: { readonly stops: readonly Stop[] }) {
  return (
    <nav aria-label={homeWords.places} class="menu-line">
      <ul onKeyDown={(event) => rove(event, 'button', 'row')}>
        {stops.map((stop) => (
          <li key={stop.title}>
            <button type="button" onClick={stop.onPress}>
              <i aria-hidden="true" />
              <b>{stop.title}</b>
              <span class="small soft">{stop.says}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
