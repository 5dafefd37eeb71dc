// Makes a user field of a bot from any form that wants one.
import { useChange } from '../server-state/use-change.ts';
import type { NewField } from '../settings-form/surroundings.ts';

/** @returns what a reference to the new field holds: `user.payment_status`. */
export function useCreateUserField(botId: string): (field: NewField) => Promise<string> {
  const { mutateAsync } = useChange('createUserField');
  return async ({ label, type }) => {
    const { name } = await mutateAsync({ botId, label, type });
    return `user.${name}`;
  };
}
