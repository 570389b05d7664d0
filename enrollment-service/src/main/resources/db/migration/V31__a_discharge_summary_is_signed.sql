-- Since when therapy's summary of an episode that is over is signed; nothing waits for it.
alter table episode add column summary_signed_at timestamptz;
