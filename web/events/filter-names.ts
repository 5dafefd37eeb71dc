// The filters of the list of events that stay in the address; a file of its own, since the router loads it first.
export const filterNames = ['search', 'state', 'span', 'app', 'trigger', 'bot', 'source'] as const;
