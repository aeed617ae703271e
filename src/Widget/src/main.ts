import { chooseLanguage } from './i18n';
import { Store } from './model/store';
import { backoff } from './net/backoff';
import type { Settings } from './net/protocol';
import { Server } from './net/server';
import { isColour } from './view/colour';
import { Widget, type Looks } from './view/widget';

declare global {
  interface Window {
    /** The chat, for a page that wants a button of its own for it. */
    rozmova?: { open: () => void; close: () => void };
  }
}

const mostAttempts = 5;

/** Starts the chat that the script's tag describes. */
async function start(script: HTMLScriptElement): Promise<void> {
  const { channel, title, greeting, colour, position, theme, language: wanted } = script.dataset;
  if (!channel) {
    console.warn('Rozmova: the script tag needs data-channel, the id of a web chat.');
    return;
  }
  const server = new Server(script.src, channel);
  const settings = await load(server);
  if (!settings) {
    console.warn('Rozmova: the chat cannot be reached from this page. Is its origin among the channel’s allowedOrigins?');
    return;
  }
  const language = chooseLanguage([wanted, document.documentElement.lang, ...navigator.languages]);
  const looks: Looks = {
    position: position === 'left' ? 'left' : 'right',
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
  };
  const widget = new Widget(server, new Store(channel), {
    ...settings,
    title: title ?? settings.title ?? language.texts.title,
    greeting: greeting ?? settings.greeting ?? language.texts.greeting,
    colour: isColour(colour) ? colour : settings.colour,
  }, language, looks);
  window.rozmova = { open: () => widget.open(), close: () => widget.close() };
}

async function load(server: Server): Promise<Settings | null> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    try {
      return await server.settings();
    } catch {
      // A moment without network, or not our page: the last attempt tells.
      await new Promise((resolve) => setTimeout(resolve, backoff(attempt)));
    }
  }
  return null;
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement && !window.rozmova) {
  window.rozmova = { open: () => undefined, close: () => undefined }; // the tag may be there twice
  if (document.readyState === 'loading') {
    addEventListener('DOMContentLoaded', () => void start(script));
  } else {
    void start(script);
  }
}
