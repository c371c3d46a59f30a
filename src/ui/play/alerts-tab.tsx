import { offers, snapshots } from '../../game/evidence-tabs.ts';
import { alertsWords } from '../../game/words/alerts.ts';
import { AlertRow, AlertRule } from './alerts-panel.tsx';
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
                  <div class="quiet-alert">
                    <p class="soft">
                      {alert.text} <span class="small">{alertsWords.quiet}</span>
                    </p>
                    <AlertRule alert={alert} whole />
                  </div>
                ) : (
                  <AlertRow alert={alert} whole />
                )}
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
