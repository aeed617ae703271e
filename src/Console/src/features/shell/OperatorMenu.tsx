import { Menu, SegmentedControl, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconKeyboard, IconLogout } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../api/types';
import { Avatar } from '../../ui/Avatar';
import { LanguageMenu } from '../../ui/LanguageMenu';
import { useSignOut } from '../session/session';
import styles from './NavRail.module.css';

export function OperatorMenu({ me, onHelp }: { me: Me; onHelp: () => void }) {
  const { t } = useTranslation();
  const signOut = useSignOut();
  return (
    <Menu position="right-end" width={260} shadow="md" closeOnItemClick={false}>
      <Menu.Target>
        <UnstyledButton className={styles.meButton}>
          <Avatar id={me.id} name={me.name} size={34} />
          <span className="rz-hidden">
            {t('nav.you')}: {me.name}
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {me.name} · {t(`role.${me.role}`)}
        </Menu.Label>
        <Menu.Label>
          {t('menu.theme')}
          <ThemeChoice />
        </Menu.Label>
        <Menu.Label>
          {t('menu.language')}
          <LanguageMenu />
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item leftSection={<IconKeyboard size={18} />} onClick={onHelp} closeMenuOnClick>
          {t('menu.shortcuts')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={18} />} onClick={() => signOut.mutate()}>
          {t('menu.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function ThemeChoice() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      size="xs"
      fullWidth
      aria-label={t('menu.theme')}
      value={colorScheme}
      onChange={(value) => setColorScheme(value as typeof colorScheme)}
      data={[
        { value: 'auto', label: t('menu.themeAuto') },
        { value: 'light', label: t('menu.themeLight') },
        { value: 'dark', label: t('menu.themeDark') },
      ]}
    />
  );
}
