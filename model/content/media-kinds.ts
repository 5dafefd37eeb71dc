// What an uploaded file can be shown as.

export const mediaKinds = ['image', 'audio', 'video', 'file'] as const;
