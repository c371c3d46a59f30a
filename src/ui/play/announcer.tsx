import { useEffect, useRef } from 'preact/hooks';
import type { PendingChange } from '../../domain/observation.ts';
import { measuredText } from '../../game/measured-text.ts';
import { leftAloneOf } from '../../game/left-alone.ts';
import { personName } from '../../game/person-name.ts';
import type { SessionState } from '../../game/session.ts';
import { inShort } from '../../game/telling.ts';
import { tookEffect } from '../../game/took-effect.ts';
import { announcements } from '../../game/words/announcements.ts';
import { closingWords } from '../../game/words/closing.ts';
import { announce } from '../common/live.tsx';
import { usePlay } from './play-ui.ts';

interface Heard {
  readonly evidence: number;
  readonly firing: string;
  readonly lines: number;
  readonly pending: readonly PendingChange[];
  readonly verified: number | null;
  readonly replaced: boolean; // the guess of the impact, by a measurement
  readonly leftAlone: number; // how often that was decided
}

const heardOf = ({ observation, log }: SessionState): Heard => ({
  evidence: observation.evidence.length,
  firing: observation.alerts
    .filter((alert) => alert.state === 'firing')
    .map((alert) => alert.text)
    .join('; '),
  lines: observation.conversation.filter((line) => line.from !== 'you').length,
  pending: observation.pending,
  verified: observation.verified?.tick ?? null,
  replaced: observation.impact.replacedEur !== null,
  leftAlone: log.filter(({ action }) => action.type === 'leave-alone').length,
});

/** Says aloud what happened since last time: looks that returned, alerts, people, changes that took effect, the decision to make none. */
export function Announcer() {
  const { state, session } = usePlay();
  const { observation } = state;
  const before = useRef<Heard>(heardOf(state));
  useEffect(() => {
    const now = heardOf(state);
    const left = leftAloneOf(state.log);
    const was = before.current;
    before.current = now;
    for (const each of observation.evidence.slice(was.evidence))
      if (each.by === undefined) announce(announcements.opened(each.title, inShort(each, observation)));
    if (now.firing !== was.firing && now.firing !== '') announce(announcements.firing(now.firing));
    for (const line of observation.conversation.filter((each) => each.from !== 'you').slice(was.lines))
      announce(announcements.says(personName(session.brief, line.from), line.text));
    if (tookEffect(was.pending, observation)) announce(announcements.effect);
    if (now.verified !== was.verified && observation.verified !== null) announce(observation.verified.text);
    if (now.replaced && !was.replaced) announce(measuredText(observation.impact));
    if (now.leftAlone > was.leftAlone && left !== null) announce(closingWords.leave.noted(left.findings));
  }, [observation]);
  return null;
}
