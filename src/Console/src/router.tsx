import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type ErrorComponentProps,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queryClient } from './api/queryClient';
import { parseAuditSearch } from './features/audit/auditSearch';
import { parseContactSearch } from './features/contact/contactSearch';
import { parseInboxSearch } from './features/conversations/conversationFilter';
import { InboxPage } from './features/conversations/InboxPage';
import { NoConversation } from './features/conversations/NoConversation';
import { type QuarantineState, quarantineStates } from './features/quarantine/quarantineQueries';
import { meQuery } from './features/session/session';

import { AppFrame } from './features/shell/AppFrame';
import { Failure } from './ui/Failure';

const root = createRootRoute({ component: Outlet, errorComponent: PageFailure });

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { back?: string } => ({ back: text(search.back) }),
  component: lazyRouteComponent(() => import('./features/session/SignInPage'), 'SignInPage'),
});

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  validateSearch: (search: Record<string, unknown>): { token?: string } => ({ token: text(search.token) }),
  component: lazyRouteComponent(() => import('./features/session/SetupPage'), 'SetupPage'),
});

/** Everything below is for someone signed in. */
const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  beforeLoad: async ({ location }) => {
    if (!(await queryClient.ensureQueryData(meQuery))) {
      throw redirect({ to: '/sign-in', search: { back: location.pathname === '/' ? undefined : location.href } });
    }
  },
  component: AppFrame,
});

const home = createRoute({
  getParentRoute: () => frame,
  path: '/',
  component: lazyRouteComponent(() => import('./features/home/HomePage'), 'HomePage'),
});

const parts = createRoute({
  getParentRoute: () => frame,
  path: '/parts',
  component: lazyRouteComponent(() => import('./features/parts/PartsPage'), 'PartsPage'),
});

const inbox = createRoute({
  getParentRoute: () => frame,
  path: '/conversations',
  validateSearch: parseInboxSearch,
  component: InboxPage,
});

const noConversation = createRoute({ getParentRoute: () => inbox, path: '/', component: NoConversation });

const conversation = createRoute({
  getParentRoute: () => inbox,
  path: '$conversationId',
  validateSearch: (search: Record<string, unknown>): { message?: string } => ({ message: text(search.message) }),
  component: lazyRouteComponent(() => import('./features/thread/ConversationPage'), 'ConversationPage'),
});

const settings = createRoute({
  getParentRoute: () => frame,
  path: '/settings',
  component: lazyRouteComponent(() => import('./features/settings/SettingsPage'), 'SettingsPage'),
});

const settingsList = createRoute({
  getParentRoute: () => settings,
  path: '/',
  beforeLoad: () => {
    // Only a phone has room for nothing but the list.
    if (window.matchMedia('(width >= 48em)').matches) {
      throw redirect({ to: '/settings/appearance', replace: true });
    }
  },
});

const contacts = createRoute({
  getParentRoute: () => frame,
  path: '/contacts',
  validateSearch: parseContactSearch,
  component: lazyRouteComponent(() => import('./features/contact/ContactsPage'), 'ContactsPage'),
});

const contact = createRoute({
  getParentRoute: () => frame,
  path: '/contacts/$contactId',
  component: lazyRouteComponent(() => import('./features/contact/ContactPage'), 'ContactPage'),
});

const contactFields = createRoute({
  getParentRoute: () => settings,
  path: 'contact-fields',
  component: lazyRouteComponent(() => import('./features/contact/ContactFieldsPage'), 'ContactFieldsPage'),
});

const appearance = createRoute({
  getParentRoute: () => settings,
  path: 'appearance',
  component: lazyRouteComponent(() => import('./features/settings/AppearancePage'), 'AppearancePage'),
});

const notifications = createRoute({
  getParentRoute: () => settings,
  path: 'notifications',
  component: lazyRouteComponent(() => import('./features/notifications/NotificationsPage'), 'NotificationsPage'),
});

const cannedReplies = createRoute({
  getParentRoute: () => settings,
  path: 'canned-replies',
  component: lazyRouteComponent(() => import('./features/cannedReplies/CannedRepliesPage'), 'CannedRepliesPage'),
});

const channels = createRoute({
  getParentRoute: () => settings,
  path: 'channels',
  component: lazyRouteComponent(() => import('./features/channels/ChannelsPage'), 'ChannelsPage'),
});

const newChannel = createRoute({
  getParentRoute: () => settings,
  path: 'channels/new',
  component: lazyRouteComponent(() => import('./features/channels/NewChannelPage'), 'NewChannelPage'),
});

const connectChannel = createRoute({
  getParentRoute: () => settings,
  path: 'channels/new/$platform',
  component: lazyRouteComponent(() => import('./features/channels/ConnectPage'), 'ConnectPage'),
});

const channel = createRoute({
  getParentRoute: () => settings,
  path: 'channels/$channelId',
  component: lazyRouteComponent(() => import('./features/channels/ChannelPage'), 'ChannelPage'),
});

const channelMenu = createRoute({
  getParentRoute: () => settings,
  path: 'channels/$channelId/menu',
  component: lazyRouteComponent(() => import('./features/channelMenu/ChannelMenuPage'), 'ChannelMenuPage'),
});

const desks = createRoute({
  getParentRoute: () => settings,
  path: 'desks',
  component: lazyRouteComponent(() => import('./features/desks/DesksPage'), 'DesksPage'),
});

const newDesk = createRoute({
  getParentRoute: () => settings,
  path: 'desks/new',
  component: lazyRouteComponent(() => import('./features/desks/NewDeskPage'), 'NewDeskPage'),
});

const connectDesk = createRoute({
  getParentRoute: () => settings,
  path: 'desks/new/$kind',
  component: lazyRouteComponent(() => import('./features/desks/ConnectDeskPage'), 'ConnectDeskPage'),
});

const desk = createRoute({
  getParentRoute: () => settings,
  path: 'desks/$deskId',
  component: lazyRouteComponent(() => import('./features/desks/DeskPage'), 'DeskPage'),
});

const operators = createRoute({
  getParentRoute: () => settings,
  path: 'operators',
  component: lazyRouteComponent(() => import('./features/operators/OperatorsPage'), 'OperatorsPage'),
});

const profile = createRoute({
  getParentRoute: () => settings,
  path: 'profile',
  component: lazyRouteComponent(() => import('./features/profile/ProfilePage'), 'ProfilePage'),
});

const labels = createRoute({
  getParentRoute: () => settings,
  path: 'labels',
  component: lazyRouteComponent(() => import('./features/labels/LabelsPage'), 'LabelsPage'),
});

const hours = createRoute({
  getParentRoute: () => settings,
  path: 'hours',
  component: lazyRouteComponent(() => import('./features/hours/HoursPage'), 'HoursPage'),
});

const keys = createRoute({
  getParentRoute: () => settings,
  path: 'keys',
  component: lazyRouteComponent(() => import('./features/keys/KeysPage'), 'KeysPage'),
});

const audit = createRoute({
  getParentRoute: () => settings,
  path: 'audit',
  validateSearch: parseAuditSearch,
  component: lazyRouteComponent(() => import('./features/audit/AuditPage'), 'AuditPage'),
});

const quarantine = createRoute({
  getParentRoute: () => settings,
  path: 'quarantine',
  validateSearch: (search: Record<string, unknown>): { state?: QuarantineState; channelId?: string } => ({
    state: quarantineStates.find((state) => state === search.state),
    channelId: text(search.channelId),
  }),
  component: lazyRouteComponent(() => import('./features/quarantine/QuarantinePage'), 'QuarantinePage'),
});

/** Where these pages were before. */
const formerChannels = createRoute({
  getParentRoute: () => frame,
  path: '/channels',
  beforeLoad: () => {
    throw redirect({ to: '/settings/channels' });
  },
});

const formerOperators = createRoute({
  getParentRoute: () => frame,
  path: '/operators',
  beforeLoad: () => {
    throw redirect({ to: '/settings/operators' });
  },
});

function PageFailure({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  return <Failure title={t('app.name')} error={error instanceof Error ? error : new Error(String(error))} onRetry={reset} />;
}

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    setup,
    frame.addChildren([
      home,
      parts,
      inbox.addChildren([noConversation, conversation]),
      contacts,
      contact,
      settings.addChildren([
        settingsList,
        profile,
        appearance,
        notifications,
        channels,
        newChannel,
        connectChannel,
        channel,
        channelMenu,
        desks,
        newDesk,
        connectDesk,
        desk,
        operators,
        labels,
        cannedReplies,
        hours,
        contactFields,
        quarantine,
        keys,
        audit,
      ]),
      formerChannels,
      formerOperators,
    ]),
  ]),
  defaultNotFoundComponent: NoConversation,
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
