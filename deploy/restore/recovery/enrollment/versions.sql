-- Before a restored enrollment starts: what it says next of an account or of a patient's consents must be newer than whatever it had said
-- and has forgotten, or the others take it for old and go on by the forgotten one.
update consent_version set version = version + 1000000;
update account set told = told + 1000000;
