import { describe, expect, it } from 'vitest';
import { conversation } from '../../testing/samples';
import { fill, openPlaces, valuesFor } from './variables';

const someone = conversation('c1', 0, { contact: { id: 'p1', name: 'Olena Bondar', avatarUrl: null } });

describe('The places of a canned reply', () => {
  it('are filled with what is known of the conversation', () => {
    const text = fill('Hello {{contact.firstName}}, {{ operator.name }} from {{channel.name}} here.', valuesFor(someone, 'Ivan Franko'));

    expect(text).toBe('Hello Olena, Ivan Franko from Shop here.');
  });

  it('stay to be seen where nothing is known', () => {
    const nameless = { ...someone, contact: { ...someone.contact, name: null } };
    const text = fill('Hello {{contact.name}}, order {{order.number}}', valuesFor(nameless, 'Ivan'));

    expect(text).toBe('Hello {{contact.name}}, order {{order.number}}');
    expect(openPlaces(text)).toEqual(['contact.name', 'order.number']);
  });

  it('are never filled twice: a name with braces stays a name', () => {
    const sly = { ...someone, contact: { ...someone.contact, name: '{{operator.name}}' } };

    expect(fill('Hello {{contact.name}}', valuesFor(sly, 'Ivan'))).toBe('Hello {{operator.name}}');
  });
});
