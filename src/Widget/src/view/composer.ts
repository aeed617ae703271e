import { fill, type Language } from '../i18n';
import type { Chat } from '../model/chat';
import type { Settings } from '../net/protocol';
import { h, icon } from './dom';

/** Where the visitor writes. */
export class Composer {
  readonly element: HTMLFormElement;

  private readonly text: HTMLTextAreaElement;
  private readonly picker = h('input', { type: 'file', class: 'unseen', tabindex: -1, 'aria-hidden': 'true' });
  private readonly submit: HTMLButtonElement;

  constructor(
    private readonly chat: Chat,
    private readonly settings: Settings,
    private readonly language: Language,
    private readonly tell: (words: string) => void,
  ) {
    const { texts } = language;
    this.text = h('textarea', { rows: 1, placeholder: texts.write, 'aria-label': texts.write, maxlength: settings.longestText });
    this.submit = h('button', { type: 'submit', class: 'send', 'aria-label': texts.send, title: texts.send, disabled: true }, icon('send'));
    const clip = h('button', { type: 'button', class: 'clip', 'aria-label': texts.attach, title: texts.attach }, icon('clip'));
    this.element = h('form', { class: 'composer' }, clip, this.picker, this.text, this.submit);
    clip.onclick = () => this.picker.click();
    this.picker.onchange = () => this.attach(this.picker.files);
    this.element.onsubmit = (event) => {
      event.preventDefault();
      this.send();
    };
    this.text.oninput = () => this.typed();
    this.text.onkeydown = (event) => this.key(event);
    this.text.onpaste = (event) => this.attach(event.clipboardData?.files, event);
  }

  focus(): void {
    this.text.focus({ preventScroll: true });
  }

  attach(files: FileList | null | undefined, event?: Event): void {
    if (!files || files.length === 0) {
      return;
    }
    event?.preventDefault();
    for (const file of files) {
      if (file.size > this.settings.largestFile) {
        this.tell(fill(this.language.texts.tooLarge, { limit: Math.floor(this.settings.largestFile / 1024 / 1024) }));
      } else if (file.size > 0) {
        this.chat.attach(file);
      }
    }
    this.picker.value = '';
  }

  private typed(): void {
    this.text.style.height = 'auto';
    this.text.style.height = `${this.text.scrollHeight}px`;
    this.submit.disabled = this.text.value.trim() === '';
    if (!this.submit.disabled) {
      this.chat.typing();
    }
  }

  /** Enter sends, with shift it is a new line; while letters are being composed it belongs to the keyboard. */
  private key(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.send();
    }
  }

  private send(): void {
    const words = this.text.value.trim();
    if (words !== '') {
      this.text.value = '';
      this.typed();
      this.chat.say(words);
    }
    this.focus();
  }
}
