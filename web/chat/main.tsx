// Starts the page of a web chat, by itself or in the frame of another site.
/** @jsxImportSource preact */
import { render } from 'preact';
import '../design/base.css';
import './chat.css';
import './content.css';
import { applyAppearance } from './appearance.ts';
import { watchAttention } from './attention.ts';
import { ChatPage } from './chat-page.tsx';
import type { ChatActs } from './chat-page.tsx';
import { Chat } from './chat.ts';
import type { ChatState } from './chat-state.ts';
import { openEmbedding } from './embedding.ts';
import { browserKeep } from './keep.ts';

const place = document.getElementById('root');
if (place === null) throw new Error('The page has no element "root" to stand in: chat.html is not ours.');

const query = new URLSearchParams(location.search);
applyAppearance(query);
const bot = decodeURIComponent(location.pathname.split('/')[2] ?? '');
const embedding = query.has('embedded') && parent !== window ? openEmbedding() : undefined;
const attend = watchAttention(embedding);

const acts: ChatActs = {
  say: (text, payload) => chat.say(text, payload),
  attach: (file) => chat.attach(file),
  typing: () => chat.typing(),
  forget: (key) => chat.forget(key),
};
const show = (state: ChatState) => {
  attend(state);
  render(<ChatPage state={state} chat={acts} embedding={embedding} />, place);
};
const chat = new Chat({ bot, keep: browserKeep(bot), show });
