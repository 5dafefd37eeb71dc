-- Flows of bots have kinds, as those of apps: a workflow speaks to nobody, a function gives back outputs.
alter table flow add column kind text not null default 'flow' check (kind in ('flow', 'workflow', 'function'));
