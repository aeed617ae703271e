import {
  type Icon,
  IconBell,
  IconClock,
  IconForms,
  IconHeadset,
  IconHistory,
  IconKey,
  IconMessage2Bolt,
  IconPalette,
  IconPlugConnected,
  IconShieldQuestion,
  IconTags,
  IconUserCircle,
  IconUsers,
} from '@tabler/icons-react';
import type { LinkProps } from '@tanstack/react-router';
import type { OperatorRole } from '../../api/types';
import type { en } from '../../i18n/en';

type Entry = {
  to: LinkProps['to'];
  name: keyof typeof en.settings.entry;
  icon: Icon;
  isForAdmins?: boolean;
};

/** The pages of the settings, in groups; a page that exists has its line here. */
const groups = {
  you: [
    { to: '/settings/profile', name: 'profile', icon: IconUserCircle },
    { to: '/settings/appearance', name: 'appearance', icon: IconPalette },
    { to: '/settings/notifications', name: 'notifications', icon: IconBell },
  ],
  work: [
    { to: '/settings/operators', name: 'operators', icon: IconUsers },
    { to: '/settings/labels', name: 'labels', icon: IconTags, isForAdmins: true },
    { to: '/settings/canned-replies', name: 'cannedReplies', icon: IconMessage2Bolt },
    { to: '/settings/contact-fields', name: 'contactFields', icon: IconForms, isForAdmins: true },
    { to: '/settings/hours', name: 'hours', icon: IconClock, isForAdmins: true },
  ],
  place: [
    { to: '/settings/channels', name: 'channels', icon: IconPlugConnected, isForAdmins: true },
    { to: '/settings/desks', name: 'desks', icon: IconHeadset, isForAdmins: true },
    { to: '/settings/quarantine', name: 'quarantine', icon: IconShieldQuestion, isForAdmins: true },
    { to: '/settings/keys', name: 'apiKeys', icon: IconKey, isForAdmins: true },
    { to: '/settings/audit', name: 'audit', icon: IconHistory, isForAdmins: true },
  ],
} satisfies Record<string, Entry[]>;

export type EntryGroup = keyof typeof groups;

export function entriesFor(role: OperatorRole): [EntryGroup, Entry[]][] {
  const allowed = (entry: Entry) => role === 'admin' || !entry.isForAdmins;
  return (Object.entries(groups) as [EntryGroup, Entry[]][])
    .map(([group, entries]): [EntryGroup, Entry[]] => [group, entries.filter(allowed)])
    .filter(([, entries]) => entries.length > 0);
}
