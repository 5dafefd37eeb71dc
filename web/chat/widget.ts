// The script a site embeds: a button in the corner that opens the chat in a frame.
import type { FrameWord, HostWord } from './embedding.ts';
import { inkOn, isColor } from './color.ts';
import { widgetStyle } from './widget-style.ts';

/**
 * @example
 * <script async src="https://bellwire.example/widget.js" data-bot="k3v9" data-theme="dark" data-accent="#7a3e9d"></script>
 */
class Widget {
  readonly #origin: string;
  readonly #chatPage: string;
  readonly #host = document.createElement('div');
  readonly #launcher = document.createElement('button');
  readonly #panel = document.createElement('div');
  readonly #badge = document.createElement('span');
  #frame: HTMLIFrameElement | undefined;
  #isOpen = false;

  constructor(script: HTMLScriptElement, bot: string) {
    const { theme = '', accent = '', side = 'right' } = script.dataset;
    this.#origin = new URL(script.src).origin;
    const color = accent.replace('#', '');
    const query = new URLSearchParams({
      embedded: '1',
      ...(theme !== '' && { theme }),
      ...(color !== '' && { accent: color }),
    });
    this.#chatPage = `${this.#origin}/chat/${encodeURIComponent(bot)}?${query}`;
    const root = this.#host.attachShadow({ mode: 'open' });
    // A sheet that is made by script stands under no style-src of the site; a <style> element would.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(widgetStyle);
    root.adoptedStyleSheets = [sheet];
    if (isColor(color)) {
      this.#host.style.setProperty('--bellwire-accent', `#${color}`);
      this.#host.style.setProperty('--bellwire-on-accent', inkOn(color));
    }
    this.#host.dataset.side = side;
    if (theme !== '') this.#host.dataset.theme = theme;
    root.append(this.#panel, this.#launcher);
    this.#build();
  }

  show(): void {
    document.body.append(this.#host);
  }

  #build(): void {
    this.#panel.className = 'panel';
    this.#panel.hidden = true;
    this.#launcher.className = 'launcher';
    this.#launcher.type = 'button';
    this.#badge.className = 'badge';
    this.#badge.hidden = true;
    this.#launcher.append(
      icon(
        'M6 17.5V7.8C6 6.3 7 5.5 8.3 5.5h11.4c1.3 0 2.3.8 2.3 2.3v7.4c0 1.5-1 2.3-2.3 2.3h-8L7.4 21c-.8.6-1.4.3-1.4-.6z',
        'speak',
      ),
      icon('M8 11l6 6 6-6', 'down'),
      this.#badge,
    );
    this.#launcher.addEventListener('click', () => this.#toggle(!this.#isOpen));
    this.#host.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.#toggle(false);
    });
    addEventListener('message', ({ source, origin, data }) => {
      if (
        source === null ||
        source !== this.#frame?.contentWindow ||
        origin !== this.#origin ||
        !isFrameWord(data)
      )
        return;
      if (data.bellwire === 'close') this.#toggle(false);
      else this.#showUnread(data.count);
    });
    this.#showUnread(0);
    this.#toggle(false);
  }

  #toggle(isOpen: boolean): void {
    const wasOpen = this.#isOpen;
    this.#isOpen = isOpen;
    this.#panel.hidden = !isOpen;
    this.#host.classList.toggle('open', isOpen);
    this.#launcher.setAttribute('aria-expanded', String(isOpen));
    if (isOpen && this.#frame === undefined) this.#load();
    const word: HostWord = { bellwire: isOpen ? 'opened' : 'closed' };
    this.#frame?.contentWindow?.postMessage(word, this.#origin);
    if (isOpen) this.#frame?.focus();
    else if (wasOpen) this.#launcher.focus();
  }

  /** Only when it is first opened: until then the site pays for nothing but this script. */
  #load(): void {
    const frame = document.createElement('iframe');
    frame.title = 'Chat';
    frame.src = this.#chatPage;
    frame.allow = 'clipboard-write';
    this.#frame = frame;
    // A site may forbid frames of ours: then the chat is a page of its own.
    document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => {
      if (effectiveDirective !== 'frame-src' || !blockedURI.startsWith(this.#origin)) return;
      this.#toggle(false);
      this.#launcher.addEventListener('click', () =>
        open(this.#chatPage.replace('embedded=1&', '').replace('embedded=1', ''), '_blank', 'noopener'),
      );
    });
    this.#panel.append(frame);
  }

  #showUnread(count: number): void {
    this.#badge.hidden = count === 0;
    this.#badge.textContent = count > 9 ? '9+' : String(count);
    this.#launcher.setAttribute('aria-label', count === 0 ? 'Chat' : `Chat, ${count} new`);
  }
}

function icon(path: string, name: string): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  const line = document.createElementNS(space, 'path');
  svg.setAttribute('viewBox', '0 0 28 28');
  svg.setAttribute('class', name);
  svg.setAttribute('aria-hidden', 'true');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

function isFrameWord(data: unknown): data is FrameWord {
  return (
    typeof data === 'object' &&
    data !== null &&
    'bellwire' in data &&
    (data.bellwire === 'close' || data.bellwire === 'unread')
  );
}

/** Where the script was loaded as a module, the page does not say which one is running. */
function ownScript(): HTMLScriptElement | null {
  const running = document.currentScript;
  return running instanceof HTMLScriptElement
    ? running
    : document.querySelector('script[data-bot][src*="/widget.js"]');
}

const script = ownScript();
const bot = script?.dataset.bot ?? '';
if (script === null || bot === '') {
  console.error('Bellwire: the script needs to know which bot to open. Write data-bot="…" on it.');
} else {
  const widget = new Widget(script, bot);
  if (document.readyState !== 'loading') widget.show();
  else addEventListener('DOMContentLoaded', () => widget.show(), { once: true });
}
