// Talks with the script that has put this page into a frame of another site; nothing secret is ever said.

export interface Embedding {
  /** Asks to be put away. */
  close(): void;
  /** Calls back when the frame is opened; gives a function that ends it. */
  onOpen(opened: () => void): () => void;
  readonly isOpen: boolean;
  tellUnread(count: number): void;
}

/** What the frame says to the page around it. */
export type FrameWord =
  | { readonly bellwire: 'close' }
  | { readonly bellwire: 'unread'; readonly count: number };
/** And what it hears. */
export type HostWord = { readonly bellwire: 'opened' } | { readonly bellwire: 'closed' };

export function openEmbedding(): Embedding {
  const openers = new Set<() => void>();
  let isOpen = true;
  // Who embeds the chat is not known before; the words say nothing that others may not hear.
  const say = (word: FrameWord) => parent.postMessage(word, '*');
  addEventListener('message', ({ source, data }) => {
    if (source !== parent || !isHostWord(data)) return;
    isOpen = data.bellwire === 'opened';
    if (isOpen) for (const opened of openers) opened();
  });
  addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') say({ bellwire: 'close' });
  });
  return {
    close: () => say({ bellwire: 'close' }),
    onOpen: (opened) => {
      openers.add(opened);
      return () => openers.delete(opened);
    },
    get isOpen() {
      return isOpen;
    },
    tellUnread: (count) => say({ bellwire: 'unread', count }),
  };
}

function isHostWord(data: unknown): data is HostWord {
  return (
    typeof data === 'object' &&
    data !== null &&
    'bellwire' in data &&
    (data.bellwire === 'opened' || data.bellwire === 'closed')
  );
}
