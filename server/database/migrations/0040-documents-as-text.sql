-- Documents that are written once and only ever read whole are kept as the text they came as.
-- Building jsonb's tree for them took half of the commit's time; what is searched inside (items, fields) stays jsonb.

alter table lane_log alter column body type json using body::json;
alter table lane_held alter column body type json using body::json;
alter table event alter column arrival drop default, alter column decisions drop default;
alter table event alter column arrival type json using arrival::json, alter column decisions type json using decisions::json;
alter table event alter column arrival set default '[]', alter column decisions set default '[]';
alter table run alter column state type json using state::json, alter column history type json using history::json;
alter table message alter column content type json using content::json;
alter table outgoing_call alter column call type json using call::json;
