-- Whose service account it is, where a partner asks.
alter table platform.account add column partner_id uuid;
