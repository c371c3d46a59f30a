import { formatValue } from '../../domain/metric.ts';
import { duration } from '../../domain/time.ts';
import { offers, snapshots } from '../../game/evidence-tabs.ts';
import { alertsWords } from '../../game/words/alerts.ts';
import { AlertOrigin, AlertRow } from './alerts-panel.tsx';
import { LookRow } from './look-button.tsx';
import { usePlay } from './play-ui.ts';
import { SnapshotHead } from './snapshot-head.tsx';

/** Every alert rule with its state, as last looked at; pending ones with how long they have held. */
export function AlertsTab() {
  const { state } = usePlay();
  const latest = snapshots(state.observation, 'alerts')[0];
  const alerts = latest?.body.kind === 'alerts' ? latest.body.alerts : [];
  return (
    <div class="alerts-tab">
      {latest !== undefined && (
        <section class="snapshot" aria-label={latest.title}>
          <SnapshotHead evidence={latest} />
          <ul class="alert-list">
            {alerts.map((alert) => (
              <li key={alert.id}>
                {alert.state === 'inactive' ? (
                  <p class="soft quiet-alert">
                    {alert.text} <span class="small">{alertsWords.quiet}</span>
                  </p>
                ) : (
                  <AlertRow alert={alert} />
                )}
                <p class="alert-rule small soft">
                  {alertsWords.rule(
                    formatValue(alert.threshold, alert.unit),
                    alert.forSeconds > 0 ? duration(alert.forSeconds) : null,
                    alert.severity,
                  )}
                </p>
                <AlertOrigin alert={alert} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="looks" aria-label={alertsWords.rules}>
        <h3>{latest === undefined ? alertsWords.rulesAsk : alertsWords.again}</h3>
        {offers(state.menu, 'alerts').map((offer) => (
          <LookRow key={offer.label} offer={offer} says={alertsWords.rulesSay} />
        ))}
      </section>
    </div>
  );
}
