package org.stepwell.therapy.career;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What may be worked on in career assistance. */
@Schema(name = "CareerSkill")
enum Skill {
    KNOWING_STRENGTHS,
    JOB_SEARCH,
    RESUME,
    APPLICATION_LETTER,
    INTERVIEW_PRACTICE,
    /** What may be asked and what need not be told: treatment, disability, a record. */
    RIGHTS_AT_WORK,
    KEEPING_A_JOB,
    TIME_MANAGEMENT,
    COMPUTER_SKILLS,
    SCHOOL_OR_TRAINING,
    PAPERS_AND_LICENSES,
    BUDGETING
}
