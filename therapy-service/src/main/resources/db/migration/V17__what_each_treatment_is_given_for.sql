-- What a clinic says of a treatment, instead of what the house says: the goals it is given for, and the credentials any of which
-- whoever answers for it needs. A clinic that says nothing has no row.
create table clinic_treatment (
    clinic_id uuid not null default platform.current_clinic(),
    modality text not null check (modality in (
        'GROUP_THERAPY', 'INDIVIDUAL_THERAPY', 'MOTIVATIONAL_INTERVIEWING', 'MEDICATION_MANAGEMENT', 'CAREER_ASSISTANCE',
        'TWELVE_STEP_PREPARATION', 'PSYCHOEDUCATION', 'FAMILY_THERAPY')),
    version int not null,
    serves text[] not null check (cardinality(serves) > 0 and serves <@ array [
        'COMMUNICATION_SKILLS', 'SOCIALIZING_WITHOUT_SUBSTANCES', 'SUPPORTING_ONE_ANOTHER', 'STRUCTURE_AND_SELF_DISCIPLINE',
        'PROBLEM_SOLVING', 'MAINTAINING_ABSTINENCE', 'CHANGING_NEGATIVE_BEHAVIORS', 'TAKING_ACTION_FOR_SOBRIETY']),
    credentials text[] not null,
    changed_by text not null,
    changed_at timestamptz not null,
    primary key (clinic_id, modality)
);
call platform.guard('clinic_treatment');

-- The clinic's catalogue of what a treatment teaches, in its order. Which of it a group goes through, scheduling keeps.
create table curriculum_unit (
    clinic_id uuid not null default platform.current_clinic(),
    modality text not null,
    place int not null,
    title text not null,
    serves text[] not null check (cardinality(serves) > 0),
    primary key (clinic_id, modality, place),
    constraint units_have_titles_of_their_own unique (clinic_id, modality, title),
    foreign key (clinic_id, modality) references clinic_treatment (clinic_id, modality)
);
call platform.guard('curriculum_unit');
