import { inLanguage } from '../../domain/words/language.ts';

const en = {
  pager: 'Pager',
  free: 'free at all times',
  closedLabel: 'Dashboards not opened yet',
  closed: 'Not opened yet',
  staysLive: 'once open, a dashboard stays live',
  marks: {
    title: 'Marks on the charts',
    deploy: 'deploy',
    config: 'config',
    event: 'outside event',
    page: 'page',
    you: 'you',
  },
};

/** The tab of metrics: the pager's own and the dashboards. */
export const metricsWords = inLanguage({ en });
