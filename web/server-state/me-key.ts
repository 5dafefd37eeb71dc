// Where react-query keeps who is signed in: the one answer that belongs to no workspace.
export const meKey = ['me'] as const;
