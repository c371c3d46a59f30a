import { inLanguage } from '../../domain/words/language.ts';

/** Words that the rooms after play share: debrief, story room and replay. */
const en = {
  home: 'Home, all drills',
  allDrills: 'All drills',
  close: 'Close',
  shareReplay: 'Share replay',
  tellTheStory: 'Tell the story',
  commands: {
    room: { debrief: 'Debrief of this run', story: 'Tell the story of this run', replay: 'Replay of this run' },
    roomAlso: 'open room',
    share: 'Share this replay',
    shareAlso: 'link copy',
    notDone: (reason: string) => `Not done: ${reason}`,
  },
  share: {
    title: 'Share this replay',
    says: 'Whoever opens it sees your run simulated again, tick by tick, on their own machine.',
    link: (characters: number) => `Link, ${characters} characters`,
    copyLink: 'Copy link',
    copyBoth: 'Copy result and link',
    linkCopied: 'Link copied.',
    bothCopied: 'Result and link copied.',
    clipboardClosed: 'The clipboard is closed here: select the link and copy it yourself.',
    drill: (title: string) => `Silent Drift, ${title}`,
    avoided: (title: string, score: string, share: string) =>
      `Silent Drift, ${title}: response score ${score} of 100, impact avoided ${share}`,
    harmed: (title: string, score: string, eur: string) => `Silent Drift, ${title}: response score ${score} of 100, harm added ${eur}`,
  },
};

export const roomWords = inLanguage({ en });
