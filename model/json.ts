// What JSON can hold: the only kind of value that flows, fields and events carry.
export type Json = null | boolean | number | string | Json[] | JsonObject;

export interface JsonObject {
  [key: string]: Json;
}
