import { assign, setup } from 'xstate';
import type { Route } from './route.ts';

interface FlowContext {
  readonly route: Route;
  readonly notice: string | null; // one sentence, until it is dismissed or the next place is gone to
}

type FlowEvent =
  | { readonly type: 'GO'; readonly route: Route; readonly notice?: string | null }
  | { readonly type: 'READDRESSED'; readonly route: Route } // the same place under another address
  | { readonly type: 'ACKNOWLEDGED' } // the page was taken: the player's part begins
  | { readonly type: 'OVER'; readonly payload: string } // resolved, or out of ticks
  | { readonly type: 'NOTICE'; readonly notice: string }
  | { readonly type: 'DISMISS' };

const to =
  (screen: Route['screen']) =>
  ({ event }: { readonly event: FlowEvent }) =>
    event.type === 'GO' && event.route.screen === screen;

/**
 * Where the reader is in the game: home, the page that opens a drill, play, debrief, story, and the replay of a link.
 * The one live actor of the project runs it.
 */
export const flowMachine = setup({
  types: { context: {} as FlowContext, events: {} as FlowEvent },
  guards: { toHome: to('home'), toPlay: to('play'), toReplay: to('replay'), toDebrief: to('debrief'), toStory: to('story') },
  actions: {
    arrive: assign(({ context, event }) => (event.type === 'GO' ? { route: event.route, notice: event.notice ?? null } : context)),
    readdress: assign(({ context, event }) => (event.type === 'READDRESSED' ? { route: event.route } : context)),
    debrief: assign(({ context, event }) =>
      event.type === 'OVER' ? { route: { screen: 'debrief' as const, payload: event.payload, at: null }, notice: null } : context,
    ),
    notice: assign(({ event }) => (event.type === 'NOTICE' ? { notice: event.notice } : {})),
    dismiss: assign({ notice: null }),
  },
}).createMachine({
  id: 'flow',
  context: { route: { screen: 'home' }, notice: null },
  initial: 'home',
  on: {
    GO: [
      { guard: 'toHome', target: '.home', actions: 'arrive' },
      { guard: 'toPlay', target: '.page', actions: 'arrive', reenter: true },
      { guard: 'toReplay', target: '.replay', actions: 'arrive' },
      { guard: 'toDebrief', target: '.debrief', actions: 'arrive' },
      { guard: 'toStory', target: '.story', actions: 'arrive' },
    ],
    READDRESSED: { actions: 'readdress' },
    NOTICE: { actions: 'notice' },
    DISMISS: { actions: 'dismiss' },
  },
  states: {
    home: {},
    page: { on: { ACKNOWLEDGED: 'play', OVER: { target: 'debrief', actions: 'debrief' } } },
    play: { on: { OVER: { target: 'debrief', actions: 'debrief' } } },
    debrief: {},
    story: {},
    replay: {},
  },
});

export type FlowState = 'home' | 'page' | 'play' | 'debrief' | 'story' | 'replay';
