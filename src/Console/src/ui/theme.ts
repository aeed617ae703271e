import {
  createTheme,
  type CSSVariablesResolver,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';
import { createElement } from 'react';
import { SteadyButton } from './SteadyButton';

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

/** Mantine's greys of the dark scheme, with our tint. */
const dark: MantineColorsTuple = [
  '#e5eae7',
  '#aeb8b3',
  '#94a09a',
  '#75817b',
  '#333d39',
  '#2a322f',
  '#1c2220',
  '#181d1b',
  '#131716',
  '#0f1211',
];

/** Our own accent on buttons, so that both schemes hold their contrast. */
const variantColors: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const isAccent = input.color === undefined || input.color === 'sea';
  if (isAccent && input.variant === 'filled') {
    return { ...colors, background: 'var(--rz-accent)', hover: 'var(--rz-accent-strong)', color: 'var(--rz-on-accent)' };
  }
  if (isAccent && input.variant === 'light') {
    return { ...colors, background: 'var(--rz-accent-soft)', hover: 'var(--rz-accent-line)', color: 'var(--rz-accent)' };
  }
  if (input.color === 'red' && input.variant !== 'filled') {
    return { ...colors, hover: 'var(--rz-danger-soft)', color: 'var(--rz-danger)' };
  }
  return colors;
};

const steady = (props: object) => createElement(SteadyButton, props);

const font = "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif";

export const theme = createTheme({
  colors: { sea, dark },
  variantColorResolver: variantColors,
  primaryColor: 'sea',
  primaryShade: { light: 7, dark: 4 },
  fontFamily: font,
  headings: { fontFamily: font, fontWeight: '650' },
  defaultRadius: 'md',
  radius: { md: '9px', lg: '14px' },
  cursorType: 'pointer',
  components: {
    // Nearly every field is required; the exceptions say so.
    InputWrapper: { defaultProps: { withAsterisk: false } },
    Button: { defaultProps: { renderRoot: steady } },
    ActionIcon: { defaultProps: { renderRoot: steady } },
  },
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
