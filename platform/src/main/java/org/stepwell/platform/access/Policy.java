package org.stepwell.platform.access;

import static org.stepwell.platform.access.Relation.AUTHOR;
import static org.stepwell.platform.access.Relation.BREAK_GLASS;
import static org.stepwell.platform.access.Relation.CARE_TEAM;
import static org.stepwell.platform.access.Relation.CLINIC;
import static org.stepwell.platform.access.Relation.FACILITATES;
import static org.stepwell.platform.access.Relation.OWN;
import static org.stepwell.platform.access.Relation.UNASSIGNED;
import static org.stepwell.platform.access.Role.AUDITOR;
import static org.stepwell.platform.access.Role.CLINICIAN;
import static org.stepwell.platform.access.Role.CLINIC_ADMIN;
import static org.stepwell.platform.access.Role.INTAKE;
import static org.stepwell.platform.access.Role.OPS;
import static org.stepwell.platform.access.Role.PATIENT;
import static org.stepwell.platform.access.Role.PRESCRIBER;
import static org.stepwell.platform.access.Role.PRIVACY_OFFICER;
import static org.stepwell.platform.access.Role.SUPERVISOR;
import static org.stepwell.platform.access.Role.SUPPORT_PERSON;

import java.lang.reflect.Method;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what: each policy is a table of roles and the relation they need. What is not written here is refused.
 * Every operation names one of these with {@link Guard}.
 */
public enum Policy {
    ANYONE("What is about no patient and no clinic is open to all.", table()),

    LINK_HOLDERS_OPEN(
            "Whoever holds a secret link opens what it was made for, until it expires or is revoked; it says nothing else.",
            table()),

    SIGNED_IN(
            "Whoever is signed in may bring the code of an invitation; roles and clinics are not asked for.",
            table().may(CLINIC, Role.values())),

    CLINIC_MEMBERS_READ(
            "Whoever belongs to the clinic reads what is about no patient.",
            table().may(CLINIC, INTAKE, CLINICIAN, PRESCRIBER, SUPERVISOR, CLINIC_ADMIN, PRIVACY_OFFICER, AUDITOR, OPS)
                    .may(CLINIC, PATIENT, SUPPORT_PERSON)),

    ADMINISTRATORS_SET_UP(
            "Administrators set up clinics, programs, staff, rooms, groups and meeting feeds.",
            table().may(CLINIC, CLINIC_ADMIN)),

    ACCOUNTS_GIVEN(
            "Administrators invite staff, intake and supervisors patients; each ends what they may give.",
            table().may(CLINIC, CLINIC_ADMIN, INTAKE, SUPERVISOR)),

    INTAKE_ENROLLS(
            "Intake and supervisors take calls, register, screen, take consent and admit.",
            table().may(CLINIC, INTAKE, SUPERVISOR)),

    INTAKE_ASSESSES(
            "Intake, supervisors and clinicians record what a person answers, and deal with what stops an admission as far as"
                    + " their license goes; once there is a care team, of the clinicians it alone.",
            table().may(CLINIC, INTAKE, SUPERVISOR)
                    .may(CARE_TEAM, CLINICIAN, PRESCRIBER)
                    .may(UNASSIGNED, CLINICIAN, PRESCRIBER)),

    CLINICIANS_CLEAR(
            "Only clinicians and supervisors diagnose, decide the level of care, and stand by what others overrode; once there"
                    + " is a care team, of the clinicians it alone.",
            table().may(CLINIC, SUPERVISOR)
                    .may(CARE_TEAM, CLINICIAN, PRESCRIBER)
                    .may(UNASSIGNED, CLINICIAN, PRESCRIBER)),

    QUALITY_REVIEWED(
            "Supervisors and administrators look through what was overridden.",
            table().may(CLINIC, SUPERVISOR, CLINIC_ADMIN)),

    CARE_TEAM_READS(
            "The record is read by intake, the care team, supervisors, the privacy officer, the patient, and in an emergency by"
                    + " other clinicians.",
            table().may(CLINIC, INTAKE, SUPERVISOR, PRIVACY_OFFICER)
                    .may(CARE_TEAM, CLINICIAN, PRESCRIBER)
                    .may(BREAK_GLASS, CLINICIAN, PRESCRIBER)
                    .may(OWN, PATIENT)),

    CLINICAL_READS(
            "Notes and measures are read by the care team, supervisors, the patient, and in an emergency by other clinicians.",
            table().may(CLINIC, SUPERVISOR)
                    .may(CARE_TEAM, CLINICIAN, PRESCRIBER)
                    .may(BREAK_GLASS, CLINICIAN, PRESCRIBER)
                    .may(OWN, PATIENT)),

    CASELOAD_READS(
            "Staff see the lists of the clinic that their work needs, and that say of nobody that they are a patient.",
            table().may(CLINIC, INTAKE, CLINICIAN, PRESCRIBER, SUPERVISOR, CLINIC_ADMIN, PRIVACY_OFFICER)),

    CASELOAD_LISTED(
            "Who waits or is in is listed to intake, administrators, supervisors and the privacy officer; to clinicians, those"
                    + " whom they treat, or whom nobody does yet.",
            table().may(CLINIC, INTAKE, SUPERVISOR, CLINIC_ADMIN, PRIVACY_OFFICER)
                    .may(CARE_TEAM, CLINICIAN, PRESCRIBER)
                    .may(UNASSIGNED, CLINICIAN, PRESCRIBER)),

    ROSTERS_READ(
            "Who sits in a group or session is read by whoever leads it, by intake, administrators, supervisors and the privacy"
                    + " officer.",
            table().may(CLINIC, INTAKE, CLINIC_ADMIN, SUPERVISOR, PRIVACY_OFFICER)
                    .may(FACILITATES, CLINICIAN, PRESCRIBER)),

    COORDINATORS_SEAT(
            "Intake, administrators and supervisors seat patients in groups and sessions.",
            table().may(CLINIC, INTAKE, CLINIC_ADMIN, SUPERVISOR)),

    CARE_TEAM_TREATS(
            "The care team measures, plans and decides; supervisors may step in.",
            table().may(CARE_TEAM, CLINICIAN, PRESCRIBER).may(CLINIC, SUPERVISOR)),

    PRESCRIBERS_ORDER(
            "Medication is ordered, put off and stopped by the prescribers of the care team.",
            table().may(CARE_TEAM, PRESCRIBER)),

    FACILITATORS_LEAD(
            "Whoever leads a session takes its attendance and writes its note; supervisors may step in.",
            table().may(FACILITATES, CLINICIAN, PRESCRIBER).may(CLINIC, SUPERVISOR)),

    COUNSELING_NOTES_WRITTEN(
            "Clinicians write counseling notes about whom they treat, led a session with or wrote of before, and list those that are"
                    + " theirs to read.",
            table().may(CARE_TEAM, CLINICIAN, PRESCRIBER, SUPERVISOR)
                    .may(FACILITATES, CLINICIAN, PRESCRIBER, SUPERVISOR)
                    .may(AUTHOR, CLINICIAN, PRESCRIBER, SUPERVISOR)),

    COUNSELING_NOTES_APART(
            "A counseling note is read by whoever wrote it and by the supervisor whom they named on it, and by nobody else, in no"
                    + " emergency.",
            table().may(AUTHOR, CLINICIAN, PRESCRIBER, SUPERVISOR)),

    PATIENT_DECIDES(
            "Offers, consents, papers, next steps and check-ins are the patient's own, or brought to staff who are with them:"
                    + " the care team, intake, supervisors.",
            table().may(OWN, PATIENT).may(CARE_TEAM, CLINICIAN, PRESCRIBER).may(CLINIC, INTAKE, SUPERVISOR)),

    PATIENT_AND_TEAM_WRITE(
            "What a patient answers, or takes along, is written by the patient, and with them by the care team; supervisors may step in.",
            table().may(OWN, PATIENT).may(CARE_TEAM, CLINICIAN, PRESCRIBER).may(CLINIC, SUPERVISOR)),

    PATIENT_ALONE(
            "What opens a patient's own hours to whoever holds it is made by the patient, and by nobody for them.",
            table().may(OWN, PATIENT)),

    RIGHTS_EXERCISED(
            "A patient's rights are exercised by the patient, or by staff who take their word: those who treat them, intake,"
                    + " the privacy officer. They revoke a consent, ask about their record, complain.",
            table().may(OWN, PATIENT)
                    .may(CARE_TEAM, CLINICIAN, PRESCRIBER)
                    .may(CLINIC, INTAKE, SUPERVISOR, PRIVACY_OFFICER)),

    STAFF_DISCLOSE(
            "Intake, the care team, supervisors and the privacy officer disclose, as far as a consent opens it.",
            table().may(CLINIC, INTAKE, SUPERVISOR, PRIVACY_OFFICER).may(CARE_TEAM, CLINICIAN, PRESCRIBER)),

    EMERGENCY_DISCLOSED(
            "In an emergency any clinician of the clinic opens a record, tells medical personnel, and says why.",
            table().may(CLINIC, CLINICIAN, PRESCRIBER, SUPERVISOR)),

    PRIVACY_OFFICER_DECIDES(
            "The privacy officer reviews emergencies, keeps agreements and court orders, and decides what becomes of records.",
            table().may(CLINIC, PRIVACY_OFFICER)),

    PARTNERS_ADMITTED(
            "Administrators and the privacy officer keep what is agreed with partners, and end what they may do.",
            table().may(CLINIC, CLINIC_ADMIN, PRIVACY_OFFICER)),

    PARTNERS_REFER(
            "A partner's service account sends people, reads what it sent itself, and which places are free.",
            table().may(Relation.PARTNER, Role.PARTNER)),

    FIGURES_READ(
            "Figures that name nobody are read by whoever answers for the clinic, and by auditors.",
            table().may(CLINIC, CLINIC_ADMIN, SUPERVISOR, PRIVACY_OFFICER, AUDITOR)),

    RECORD_ACCESSES_SHOWN(
            "Who saw a record, and who was told of it, is shown to the patient, the privacy officer and auditors.",
            table().may(OWN, PATIENT).may(CLINIC, PRIVACY_OFFICER, AUDITOR)),

    TASKS_WORKED(
            "Staff see and do the tasks that are theirs or their role's, clinicians of their care teams' patients;"
                    + " supervisors see all.",
            table().may(CLINIC, INTAKE, SUPERVISOR, CLINIC_ADMIN, PRIVACY_OFFICER)
                    .may(CARE_TEAM, CLINICIAN, PRESCRIBER)),

    OPS_OPERATE(
            "Ops, who run the whole deployment, found clinics, and see and replay what could not be applied; its text is not"
                    + " shown.",
            table().may(CLINIC, OPS));

    private final String sentence;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable map, whose sets nobody else holds
    private final Map<Role, Set<Relation>> table;

    Policy(String sentence, Table table) {
        this.sentence = sentence;
        this.table = Collections.unmodifiableMap(table.rows);
    }

    /** The policy as a sentence. */
    public String sentence() {
        return sentence;
    }

    /** Whether nobody is asked who they are. */
    public boolean asksNobody() {
        return this == ANYONE || this == LINK_HOLDERS_OPEN;
    }

    /** The relations, any of which a role needs; empty where the role may not at all. */
    public Set<Relation> relationsOf(Role role) {
        return table.getOrDefault(role, Set.of());
    }

    /** The policy an operation names, or its resource for all of its operations; null where nobody thought of one. */
    public static @Nullable Policy of(Method operation, Class<?> resource) {
        @Nullable Guard guard = operation.getAnnotation(Guard.class);
        guard = guard == null ? resource.getAnnotation(Guard.class) : guard;
        return guard == null ? null : guard.value();
    }

    private static Table table() {
        return new Table();
    }

    private static final class Table {
        private final Map<Role, Set<Relation>> rows = new EnumMap<>(Role.class);

        Table may(Relation relation, Role... roles) {
            for (var role : roles) {
                rows.computeIfAbsent(role, _ -> EnumSet.noneOf(Relation.class)).add(relation);
            }
            return this;
        }
    }
}
