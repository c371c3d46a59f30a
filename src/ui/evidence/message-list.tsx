import type { ChangeEntry } from '../../domain/evidence.ts';
import { bodyWords } from '../../game/words/evidence-body.ts';
import { Icon } from '../common/icon.tsx';
import type { ReadAt } from './read-at.ts';
import { When } from './timeline-when.tsx';

/** "pricing-team" → "Pricing team", where a role has no name of its own. */
const role = (who: string): string => {
  const words = who.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

interface Props {
  readonly entries: readonly ChangeEntry[];
  readonly label: string;
  readonly at: ReadAt;
}

/** What other teams wrote, newest first. */
export function MessageList({ entries, label, at }: Props) {
  if (entries.length === 0) return <p class="soft">{bodyWords.nobody}</p>;
  return (
    <ol class="messages" aria-label={label}>
      {[...entries]
        .sort((a, b) => b.tick - a.tick)
        .map((entry, i) => (
          <li key={i}>
            <Icon name="message" />
            <div>
              <p class="message-head">
                <b>{role(entry.station)}</b> <When tick={entry.tick} at={at} />
              </p>
              <blockquote>{entry.text}</blockquote>
            </div>
          </li>
        ))}
    </ol>
  );
}
