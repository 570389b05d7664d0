-- What was signed for a patient of a session may be struck as entered in error, until it is signed anew.
alter table signed_note add column struck_at timestamptz;
