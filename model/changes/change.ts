// An edit of a definition as plain data; the kinds of changes are written next.
import { z } from 'zod';

export const changeSchema = z.looseObject({ is: z.string() });
