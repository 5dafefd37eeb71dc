// What people call the roles, and what each may do.
import { roles, type Role } from '@bellwire/model/operation.ts';

const about: Readonly<Record<Role, string>> = {
  viewer: 'Sees everything but conversations',
  agent: 'Also talks to contacts, and runs what is parked',
  builder: 'Also builds bots and mini-apps',
  admin: 'Also installs apps, and manages members and keys',
  owner: 'May do everything, and names other owners',
};

export const roleChoices = roles.map((role) => ({
  value: role,
  label: role.charAt(0).toUpperCase() + role.slice(1),
  about: about[role],
}));

export function isRole(role: string): role is Role {
  return roles.some((known) => known === role);
}
