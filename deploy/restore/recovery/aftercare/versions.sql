-- Before a restored aftercare starts: what it asks of scheduling next must be newer than whatever it had asked and has forgotten.
update visits_said set version = version + 1000000;
