// The OpenAPI document.
export function openApiDocument(publicUrl: string) { return { openapi: '3.1.0', servers: [{ url: publicUrl }] }; }
