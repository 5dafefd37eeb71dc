-- Events that did not simply go well are few and are what one looks for; those that did pay nothing for being left out.
create index on event (workspace_id, state, id) where state <> 'done';
