-- How a patient stands to work and school as of a day, in the codes of the state's report; the last word on the last day is the
-- current one. Where nobody of the staff wrote something down, the patient did.
create table work_status (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    episode_id uuid not null,
    patient_id uuid not null,
    day date not null,
    employment text not null check (employment in ('FULL_TIME', 'PART_TIME', 'UNEMPLOYED', 'NOT_IN_LABOR_FORCE')),
    not_in_labor_force text check (not_in_labor_force in (
        'HOMEMAKER', 'STUDENT', 'RETIRED_OR_DISABLED', 'RESIDENT_OF_AN_INSTITUTION', 'OTHER')),
    education text not null check (education in (
        'GRADE_8_OR_LESS', 'GRADES_9_TO_11', 'GRADE_12_OR_GED', 'ONE_TO_3_YEARS_OF_COLLEGE_OR_VOCATIONAL_SCHOOL',
        'FOUR_YEARS_OF_COLLEGE_OR_MORE')),
    written_by_id uuid,
    told_at timestamptz not null,
    primary key (clinic_id, id),
    constraint not_in_labor_force_says_as_what
        check ((employment = 'NOT_IN_LABOR_FORCE') = (not_in_labor_force is not null))
);
create index work_status_of_episode on work_status (clinic_id, episode_id, day);
call platform.guard('work_status');
revoke update, delete on work_status from "${runtime}";

-- What a patient wants to reach at work or in school.
create table career_goal (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    episode_id uuid not null,
    patient_id uuid not null,
    goal text not null, -- sealed
    target_day date not null,
    state text not null check (state in ('OPEN', 'REACHED', 'GIVEN_UP')),
    state_day date not null,
    written_by_id uuid,
    told_at timestamptz not null,
    primary key (clinic_id, id)
);
create index career_goal_of_episode on career_goal (clinic_id, episode_id, id);
call platform.guard('career_goal');

-- Which skills were worked on in a session, or on a day; the last word on either stands, and one without skills takes it back.
create table skill_work (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    episode_id uuid not null,
    patient_id uuid not null,
    session_id uuid,
    day date not null,
    skills text[] not null check (skills <@ array [
        'KNOWING_STRENGTHS', 'JOB_SEARCH', 'RESUME', 'APPLICATION_LETTER', 'INTERVIEW_PRACTICE', 'RIGHTS_AT_WORK', 'KEEPING_A_JOB',
        'TIME_MANAGEMENT', 'COMPUTER_SKILLS', 'SCHOOL_OR_TRAINING', 'PAPERS_AND_LICENSES', 'BUDGETING']),
    recorded_by_id uuid not null,
    recorded_at timestamptz not null,
    primary key (clinic_id, id)
);
create index skill_work_of_episode on skill_work (clinic_id, episode_id, day);
call platform.guard('skill_work');
revoke update, delete on skill_work from "${runtime}";

-- What a patient says to be in the way, and what they overcame.
create table career_barrier (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    episode_id uuid not null,
    patient_id uuid not null,
    barrier text not null check (barrier in (
        'NO_DRIVERS_LICENSE', 'TRANSPORT', 'CHILDCARE', 'CRIMINAL_RECORD', 'SCHEDULE_CONFLICTS', 'HEALTH', 'HOUSING', 'LANGUAGE',
        'PAPERS_MISSING', 'NO_PHONE_OR_INTERNET', 'SCHOOLING', 'GAP_IN_WORK_HISTORY')),
    met_at timestamptz not null,
    overcome_at timestamptz,
    written_by_id uuid,
    primary key (clinic_id, id),
    constraint barrier_is_told_once unique (clinic_id, episode_id, barrier)
);
call platform.guard('career_barrier');

-- An application for a job, and whether scheduling has the hours of the job, as whoever put them there said.
create table job_application (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    episode_id uuid not null,
    patient_id uuid not null,
    employer text not null, -- sealed
    state text not null check (state in (
        'DRAFT', 'SENT', 'INTERVIEW', 'OFFER', 'ACCEPTED', 'DECLINED', 'REJECTED')),
    handover_due boolean not null,
    shifts_told_on date,
    handed_over_on date,
    handed_over_by_id uuid,
    primary key (clinic_id, id),
    check (shifts_told_on is not null or (not handover_due and handed_over_on is null))
);
create index job_application_of_episode on job_application (clinic_id, episode_id, id);
call platform.guard('job_application');

-- All that an application came to, one after the other.
create table job_application_state (
    clinic_id uuid not null default platform.current_clinic(),
    application_id uuid not null,
    place int not null,
    state text not null check (state in (
        'DRAFT', 'SENT', 'INTERVIEW', 'OFFER', 'ACCEPTED', 'DECLINED', 'REJECTED')),
    day date not null,
    told_at timestamptz not null,
    written_by_id uuid,
    primary key (clinic_id, application_id, place),
    foreign key (clinic_id, application_id) references job_application (clinic_id, id)
);
call platform.guard('job_application_state');
revoke update, delete on job_application_state from "${runtime}";

-- The interviews of an application, by the clock on the wall.
create table job_interview (
    clinic_id uuid not null default platform.current_clinic(),
    application_id uuid not null,
    place int not null,
    id uuid not null,
    day date not null,
    starts_at time not null,
    outcome text check (outcome in ('HELD', 'INVITED_AGAIN', 'MISSED', 'CANCELLED')),
    written_by_id uuid,
    primary key (clinic_id, application_id, place),
    foreign key (clinic_id, application_id) references job_application (clinic_id, id)
);
call platform.guard('job_interview');

-- The weekly hours of a job that was accepted; those that end before they begin end on the next day.
create table job_shift (
    clinic_id uuid not null default platform.current_clinic(),
    application_id uuid not null,
    place int not null,
    weekday text not null check (weekday in (
        'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')),
    starts_at time not null,
    ends_at time not null,
    first_day date not null,
    last_day date,
    primary key (clinic_id, application_id, place),
    foreign key (clinic_id, application_id) references job_application (clinic_id, id),
    constraint shifts_can_be check (starts_at <> ends_at and (last_day is null or last_day >= first_day))
);
call platform.guard('job_shift');
