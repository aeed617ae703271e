import { expect, it } from 'vitest';
import { inkOn, isColour } from './colour';

it.each([
  ['#1f6f5c', '#ffffff'],
  ['#b03a64', '#ffffff'],
  ['#ffd54f', '#000000'],
  ['#ffffff', '#000000'],
  ['#000000', '#ffffff'],
])('on %s writes %s, which reads better', (colour, ink) => expect(inkOn(colour)).toBe(ink));

it('takes nothing for a colour that is none', () => {
  expect(['#1f6f5c', '#ABCDEF'].every(isColour)).toBe(true);
  expect(['red', '#fff', '#1f6f5c;x', undefined].some(isColour)).toBe(false);
});
