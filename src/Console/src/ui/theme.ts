import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const sea: MantineColorsTuple = [
  '#eef6f4',
  '#e0eeea',
  '#b9d9d1',
  '#8fc4b8',
  '#6fc7b5',
  '#3f9484',
  '#287b6d',
  '#1d6a5f',
  '#17574e',
  '#10443d',
];

const font = "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif";

export const theme = createTheme({
  colors: { sea },
  primaryColor: 'sea',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.4,
  fontFamily: font,
  headings: { fontFamily: font, fontWeight: '650' },
  defaultRadius: 'md',
  radius: { md: '9px', lg: '14px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
});

/** Mantine's own parts take their grounds, lines and inks from our tokens. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--rz-surface)',
    '--mantine-color-text': 'var(--rz-ink)',
    '--mantine-color-dimmed': 'var(--rz-ink-soft)',
    '--mantine-color-placeholder': 'var(--rz-ink-faint)',
    '--mantine-color-default': 'var(--rz-surface)',
    '--mantine-color-default-hover': 'var(--rz-hover)',
    '--mantine-color-default-color': 'var(--rz-ink)',
    '--mantine-color-default-border': 'var(--rz-line)',
    '--mantine-color-error': 'var(--rz-danger)',
  };
  return { variables: {}, light: shared, dark: shared };
};
