-- A plan may be asked for because something was found that is talked over with the patient.
alter table treatment_plan
    drop constraint treatment_plan_asked_because_check,
    add constraint treatment_plan_asked_because_check check (cardinality(asked_because) > 0 and asked_because
        <@ array['NO_PLAN_YET', 'PERIODIC', 'TRACK_CHANGED', 'SAFETY', 'NEW_DIAGNOSIS', 'CLINICAL_REVIEW']);
