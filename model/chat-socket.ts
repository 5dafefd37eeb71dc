// What both ends of a web chat's socket must agree on, apart from its frames: without zod, which the page has no room for.

export const CHAT_SOCKET_PATH = '/chat/socket';

/** After a close with this code there is nothing to come back to. */
export const CHAT_GONE = 4404;

/** The server is heard from at least this often. */
export const BEAT_SECONDS = 25;
