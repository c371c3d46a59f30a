import type { AlertView } from '../../domain/evidence.ts';
import { formatChosen, formatValue } from '../../domain/metric.ts';
import { duration } from '../../domain/time.ts';
import { burnRuleText, burnText } from '../../game/burn-alert.ts';
import { alertOrigin } from '../../game/alert-origin.ts';
import { termWords } from '../../game/difficulty.ts';
import { knowsAlerts } from '../../game/lead-alert.ts';
import { alertsWords } from '../../game/words/alerts.ts';
import { difficultyWords } from '../../game/words/difficulty.ts';
import { Button } from '../common/button.tsx';
import { Mono } from '../common/mono.tsx';
import { StatusMark } from '../common/status-mark.tsx';
import { usePlay } from './play-ui.ts';
import { Thread } from './thread.tsx';

const ORDER = { firing: 0, pending: 1, resolved: 2, inactive: 3 } as const;

/** Firing first, then pending, then what was said. */
export function AlertsPanel() {
  const { state } = usePlay();
  const { alerts } = state.observation;
  const listed = knowsAlerts(state.observation);
  const terms = termWords(state.terms);
  const shown = [...alerts].filter((alert) => alert.state !== 'inactive').sort((a, b) => ORDER[a.state] - ORDER[b.state]);
  const count = (wanted: AlertView['state']): number => alerts.filter((alert) => alert.state === wanted).length;
  return (
    <section class="alerts" data-region aria-labelledby="alerts-title" tabIndex={-1}>
      <header class="panel-head">
        <h2 id="alerts-title">{alertsWords.title}</h2>
        {(listed || shown.length > 0) && (
          <p class="small soft">{alertsWords.summary(count('firing'), count('pending'), count('inactive'))}</p>
        )}
      </header>
      {terms.length > 0 && <p class="played-on small soft">{difficultyWords.playedOn(terms)}</p>}
      <ul class="alert-list">
        {shown.map((alert) => (
          <li key={alert.id}>
            <AlertRow alert={alert} />
          </li>
        ))}
        {shown.length === 0 && <li class="soft">{listed ? alertsWords.none : alertsWords.nonePaged}</li>}
      </ul>
      <Thread />
    </section>
  );
}

/** The rule of an alert in words, where it is asked for, and who set its threshold. */
export function AlertRule({ alert, whole }: { readonly alert: AlertView; readonly whole: boolean }) {
  const { state, session } = usePlay();
  const held = alert.forSeconds > 0 ? duration(alert.forSeconds) : null;
  const origin = alertOrigin(alert, state.observation.tick, session.brief.tickSeconds);
  return (
    <>
      {whole && (
        <p class="small soft">{burnRuleText(alert) ?? alertsWords.rule(formatChosen(alert.threshold, alert.unit), held, alert.severity)}</p>
      )}
      {origin !== null && <p class="small soft">{origin}</p>}
    </>
  );
}

/** @param whole with its rule in words */
export function AlertRow({ alert, whole = false }: { readonly alert: AlertView; readonly whole?: boolean }) {
  const { state, clock, session, act } = usePlay();
  const { acknowledgedTick, pageTick, page } = state.observation;
  const isPage = page !== null && page.id === alert.id;
  const mark = alert.state === 'pending' ? 'pending' : alert.state === 'resolved' ? 'healthy' : alert.severity === 'page' ? 'crit' : 'warn';
  const held = Math.min(alert.forSeconds, alert.heldSeconds);
  return (
    <div class={`alert-row ${isPage && acknowledgedTick === null ? 'unacknowledged' : ''}`}>
      <StatusMark state={mark} label={alertsWords.mark(alert.state, alert.severity)} />
      <div>
        <p class="alert-text">
          <b>{alert.text}</b>
        </p>
        {alert.state === 'pending' ? (
          <p class="pending-row">
            <progress value={held} max={alert.forSeconds} aria-label={alertsWords.held(duration(held), duration(alert.forSeconds))} />
            <Mono class="small">{alertsWords.heldShort(duration(held), duration(alert.forSeconds))}</Mono>
          </p>
        ) : (
          <p class="small soft">
            {burnText(alert, clock(alert.sinceTick)) ??
              alertsWords.since({
                resolved: alert.state === 'resolved',
                clock: clock(alert.sinceTick),
                now: formatValue(alert.value, alert.unit),
                normal: isPage ? formatValue(state.observation.pager.metric.normal.typical, alert.unit) : null,
                acknowledged:
                  isPage && pageTick !== null && acknowledgedTick !== null
                    ? { after: acknowledgedTick === pageTick ? null : duration((acknowledgedTick - pageTick) * session.brief.tickSeconds) }
                    : null,
              })}
          </p>
        )}
        <AlertRule alert={alert} whole={whole} />
        {isPage && acknowledgedTick === null && (
          <Button small keys="A" onPress={() => act({ type: 'acknowledge' })}>
            {alertsWords.acknowledge}
          </Button>
        )}
      </div>
    </div>
  );
}
