// All routes of the web room, one line each; every screen is a chunk of its own.
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from '@tanstack/react-router';
import type { RouteComponent } from '@tanstack/react-router';
import { appCategories } from '@bellwire/model/app.ts';
import './installs/arrived-with.ts';
import { filterNames } from './events/filter-names.ts';
import { ErrorScreen } from './shell/error-screen.tsx';
import { NotFoundScreen } from './shell/not-found-screen.tsx';
import { RootScreen } from './shell/root-screen.tsx';
import { searchTexts } from './shell/search-texts.ts';

export interface RootSearch {
  /** The workspace one works in; without it the person's first. It stays in the address from screen to screen. */
  workspace?: string | undefined;
}

const root = createRootRoute({
  validateSearch: (search): RootSearch =>
    typeof search.workspace === 'string' ? { workspace: search.workspace } : {},
  search: { middlewares: [retainSearchParams<RootSearch>(['workspace'])] },
  component: RootScreen,
  notFoundComponent: NotFoundScreen,
  errorComponent: ErrorScreen,
});

/** Their types are written out: inferred, they would be made from the screens, whose links are made from the router. */
const styleguide: RouteComponent = lazyRouteComponent(
  () => import('./styleguide/styleguide-screen.tsx'),
  'StyleguideScreen',
);

const canvas: RouteComponent = lazyRouteComponent(
  () => import('./styleguide/canvas-screen.tsx'),
  'CanvasScreen',
);

const home: RouteComponent = lazyRouteComponent(() => import('./home/home-screen.tsx'), 'HomeScreen');
const bots: RouteComponent = lazyRouteComponent(() => import('./bots/bots-screen.tsx'), 'BotsScreen');
const bot: RouteComponent = lazyRouteComponent(() => import('./bots/bot-screen.tsx'), 'BotScreen');
const inbox: RouteComponent = lazyRouteComponent(() => import('./inbox/inbox-screen.tsx'), 'InboxScreen');
const contacts: RouteComponent = lazyRouteComponent(
  () => import('./contacts/contacts-screen.tsx'),
  'ContactsScreen',
);
const contact: RouteComponent = lazyRouteComponent(
  () => import('./contacts/contact-screen.tsx'),
  'ContactScreen',
);
const events: RouteComponent = lazyRouteComponent(() => import('./events/events-screen.tsx'), 'EventsScreen');
const parked: RouteComponent = lazyRouteComponent(() => import('./parked/parked-screen.tsx'), 'ParkedScreen');
const unmatched: RouteComponent = lazyRouteComponent(
  () => import('./unmatched/unmatched-screen.tsx'),
  'UnmatchedScreen',
);
const event: RouteComponent = lazyRouteComponent(() => import('./events/event-screen.tsx'), 'EventScreen');
const runs: RouteComponent = lazyRouteComponent(() => import('./runs/runs-screen.tsx'), 'RunsScreen');
const run: RouteComponent = lazyRouteComponent(() => import('./runs/run-screen.tsx'), 'RunScreen');
const botFlow: RouteComponent = lazyRouteComponent(
  () => import('./bots/bot-flow-screen.tsx'),
  'BotFlowScreen',
);
const settings: RouteComponent = lazyRouteComponent(
  () => import('./workspace/settings-screen.tsx'),
  'SettingsScreen',
);
const ownApps: RouteComponent = lazyRouteComponent(
  () => import('./mini-apps/mini-apps-screen.tsx'),
  'MiniAppsScreen',
);
const builder: RouteComponent = lazyRouteComponent(
  () => import('./mini-apps/builder-screen.tsx'),
  'BuilderScreen',
);

const store: RouteComponent = lazyRouteComponent(() => import('./store/store-screen.tsx'), 'StoreScreen');
const listing: RouteComponent = lazyRouteComponent(
  () => import('./store/listing-screen.tsx'),
  'ListingScreen',
);
const install: RouteComponent = lazyRouteComponent(
  () => import('./installs/install-screen.tsx'),
  'InstallScreen',
);
const installs: RouteComponent = lazyRouteComponent(
  () => import('./installs/installs-screen.tsx'),
  'InstallsScreen',
);
const installPage: RouteComponent = lazyRouteComponent(
  () => import('./installs/install-page-screen.tsx'),
  'InstallPageScreen',
);

const connected: RouteComponent = lazyRouteComponent(
  () => import('./installs/connected-screen.tsx'),
  'ConnectedScreen',
);

const reviews: RouteComponent = lazyRouteComponent(
  () => import('./reviews/reviews-screen.tsx'),
  'ReviewsScreen',
);

const join: RouteComponent = lazyRouteComponent(() => import('./people/join-screen.tsx'), 'JoinScreen');

/** A list of its own: written straight into addChildren(), each route's path would be inferred as any. */
const screens = [
  createRoute({ getParentRoute: () => root, path: '/', component: home }),
  createRoute({ getParentRoute: () => root, path: '/bots', component: bots }),
  createRoute({
    getParentRoute: () => root,
    path: '/bots/$botId',
    component: bot,
    validateSearch: (search) => searchTexts(search, ['tab']),
  }),
  createRoute({ getParentRoute: () => root, path: '/bots/$botId/flows/$flowId', component: botFlow }),
  createRoute({
    getParentRoute: () => root,
    path: '/inbox',
    component: inbox,
    validateSearch: (search) => searchTexts(search, ['contact', 'search']),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/contacts',
    component: contacts,
    validateSearch: (search) => searchTexts(search, ['search', 'page']),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/contacts/$contactId',
    component: contact,
    validateSearch: (search) => searchTexts(search, ['tab']),
  }),
  createRoute({ getParentRoute: () => root, path: '/apps', component: installs }),
  createRoute({
    getParentRoute: () => root,
    path: '/store',
    component: store,
    validateSearch: (search): { search?: string; category?: (typeof appCategories)[number] } => {
      const category = appCategories.find((one) => one === search.category);
      return {
        ...(typeof search.search === 'string' ? { search: search.search } : {}),
        ...(category === undefined ? {} : { category }),
      };
    },
  }),
  createRoute({ getParentRoute: () => root, path: '/apps/$installId', component: installPage }),
  createRoute({ getParentRoute: () => root, path: '/store/$appId', component: listing }),
  createRoute({ getParentRoute: () => root, path: '/store/$appId/install', component: install }),
  createRoute({ getParentRoute: () => root, path: '/mini-apps', component: ownApps }),
  createRoute({
    getParentRoute: () => root,
    path: '/events',
    component: events,
    validateSearch: (search) => searchTexts(search, [...filterNames, 'page']),
  }),
  createRoute({ getParentRoute: () => root, path: '/events/parked', component: parked }),
  createRoute({
    getParentRoute: () => root,
    path: '/events/unmatched',
    component: unmatched,
    validateSearch: (search) => searchTexts(search, ['page']),
  }),
  createRoute({ getParentRoute: () => root, path: '/events/$eventId', component: event }),
  createRoute({
    getParentRoute: () => root,
    path: '/runs',
    component: runs,
    validateSearch: (search) => searchTexts(search, ['status', 'page']),
  }),
  createRoute({ getParentRoute: () => root, path: '/runs/$runId', component: run }),
  createRoute({
    getParentRoute: () => root,
    path: '/settings',
    component: settings,
    validateSearch: (search) => searchTexts(search, ['tab']),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/mini-apps/$appId/$section',
    component: builder,
    validateSearch: (search): { part?: string; step?: string } => ({
      ...(typeof search.part === 'string' ? { part: search.part } : {}),
      ...(typeof search.step === 'string' ? { step: search.step } : {}),
    }),
  }),
  createRoute({ getParentRoute: () => root, path: '/connected/$appId', component: connected }),
  createRoute({ getParentRoute: () => root, path: '/reviews', component: reviews }),
  createRoute({ getParentRoute: () => root, path: '/join', component: join }),
  createRoute({ getParentRoute: () => root, path: '/styleguide', component: styleguide }),
  createRoute({
    getParentRoute: () => root,
    path: '/styleguide/canvas',
    component: canvas,
    validateSearch: (search): { steps?: number; run?: boolean; down?: boolean; chosen?: string } => ({
      ...(typeof search.steps === 'number' ? { steps: search.steps } : {}),
      ...(search.run === true ? { run: true } : {}),
      ...(search.down === true ? { down: true } : {}),
      ...(typeof search.chosen === 'string' ? { chosen: search.chosen } : {}),
    }),
  }),
] as const;

export const router = createRouter({
  routeTree: root.addChildren(screens),
  defaultPreload: 'intent',
  // Server state lives in react-query; the router must not keep a second copy of it.
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
