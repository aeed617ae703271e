import { administration } from './administration';
import { cannedReplies } from './cannedReplies';
import { channelMenu } from './channelMenu';
import { channels } from './channels';
import { collaboration } from './collaboration';
import { composer } from './composer';
import { contact } from './contact';
import { conversation } from './conversation';
import { desks } from './desks';
import { home } from './home';
import { inbox } from './inbox';
import { notifications } from './notifications';
import { operators } from './operators';
import { order } from './order';
import { palette } from './palette';
import { parts } from './parts';
import { session } from './session';
import { settings } from './settings';
import { setup } from './setup';
import { shell } from './shell';
import { shortcuts } from './shortcuts';
import { thread } from './thread';
import { views } from './views';

/** A file for each feature, so that a feature is changed in its own. */
export const en = {
  ...shell,
  ...session,
  ...home,
  ...inbox,
  ...views,
  ...contact,
  ...conversation,
  ...thread,
  ...collaboration,
  ...composer,
  ...cannedReplies,
  ...channels,
  ...channelMenu,
  ...desks,
  ...operators,
  ...settings,
  ...notifications,
  ...order,
  ...palette,
  ...parts,
  ...administration,
  ...setup,
  ...shortcuts,
} as const;
