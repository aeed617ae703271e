import type { ComponentPropsWithRef, MouseEvent } from 'react';

type Props = ComponentPropsWithRef<'button'> & { 'data-loading'?: boolean };

/**
 * Every button of ours: while it is busy it takes no press and says so, but is not disabled as Mantine has it. A browser takes the focus
 * from what is disabled, and who works by keyboard would start again at the top of the page.
 */
export function SteadyButton(props: Props) {
  if (!props['data-loading']) {
    return <button {...props} />;
  }
  const ignore = (event: MouseEvent) => event.preventDefault();
  return <button {...props} disabled={false} aria-disabled aria-busy onClick={ignore} />;
}
