// The address of a picture, sound, film or file, as a schema.
import { z } from 'zod';
import { isMediaAddress, MOST_ADDRESS_CHARACTERS } from './is-media-address.ts';

export const mediaAddressSchema = z.string().max(MOST_ADDRESS_CHARACTERS).refine(isMediaAddress, {
  error: 'An address is expected that begins with https:// or is of a file that was uploaded here.',
});
