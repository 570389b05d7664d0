package org.stepwell.contracts.enrollment;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.Topic;
import org.stepwell.contracts.Wire;
import org.stepwell.contracts.code.BillingUnit;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.contracts.code.Saying;
import org.stepwell.contracts.code.Severity;
import org.stepwell.contracts.id.AuthorizationId;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.contracts.id.DiagnosisId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PartnerId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.PayerId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.StaffId;

/** What enrollment knows and others keep a copy of. The key names the kind, so that compaction keeps one of each. */
@Topic(value = "stepwell.enrollment.state", state = true)
public sealed interface EnrollmentState extends EnrollmentEvent {

    /**
     * A clinic, its wall clock, the day its week starts on, and whom to page when nobody takes what can not wait.
     *
     * @param onCall missing where the clinic has not said, and in what was said before it could
     */
    @Wire("clinic-changed.v1")
    record ClinicChanged(
            ClinicId clinic,
            String name,
            String zone,
            DayOfWeek weekStart,
            @Nullable OnCall onCall,
            Instant at) implements EnrollmentState {
        @Override
        public String key() {
            return "clinic/" + clinic;
        }

        /** Where whoever is on call is reached at any hour: a number or a mailbox of the clinic's, and nobody's name. */
        public record OnCall(
                @Nullable String phone, @Nullable String email) {}
    }

    /**
     * A program with its tracks and the rule sets a week is measured by.
     *
     * @param level of care that it gives, by its number; missing where it was said before levels were
     * @param tracks those that are offered; one that was given up is missing
     * @param rules all there were and those that come, oldest first; before the first begins, the first
     * @param ended nobody is taken any more, and nobody is in it
     */
    @Wire("program-changed.v1")
    record ProgramChanged(
            ProgramId program,
            String name,
            @Nullable String level,
            int lengthDays,
            List<Track> tracks,
            List<RulesFrom> rules,
            boolean ended,
            Instant at)
            implements EnrollmentState {
        @Override
        public String key() {
            return "program/" + program;
        }

        /** One of the tracks of a program, such as morning or evening. */
        public record Track(String code, String name) {}

        /** A rule set, and the first day it counts; it counts until the next one does. */
        public record RulesFrom(LocalDate from, RuleSet ruleSet) {}
    }

    /**
     * A patient's language, time zone and how to reach them. Name, birth date, phone and address stand only in
     * {@code contact}, sealed under the clinic's contact key.
     */
    @Wire("patient-changed.v1")
    record PatientChanged(
            PatientId patient, String language, @Nullable String zone, ContactRules rules, String contact, Instant at)
            implements EnrollmentState {
        @Override
        public String key() {
            return "patient/" + patient;
        }

        /**
         * Which channels are safe, whether a message may be left, when, and what may be said.
         *
         * @param from in the patient's own time, on any day; without both, whenever the clinic is open
         */
        public record ContactRules(
                boolean phone,
                boolean textMessage,
                boolean email,
                boolean voicemail,
                @Nullable LocalTime from,
                @Nullable LocalTime until,
                Saying saying) {}
    }

    /** All that a patient is diagnosed with now; an empty list where everything ended. */
    @Wire("diagnosis-changed.v1")
    record DiagnosisChanged(PatientId patient, List<Standing> standing, Instant at) implements EnrollmentState {
        @Override
        public String key() {
            return "diagnosis/" + patient;
        }

        /**
         * One diagnosis.
         *
         * @param code ICD-10-CM
         * @param severity of a substance use disorder, before its remission if it is in one
         */
        public record Standing(
                DiagnosisId diagnosis,
                String code,
                @Nullable Severity severity,
                Instant since) {}
    }

    /**
     * What a payer approved in advance, as it is now, and the rules by which its days are held.
     *
     * @param from the first day, and {@code to} the last
     * @param rules in order; days on which somebody else is the one who is billed are in none; there are
     *     none at all where it was entered by mistake
     * @param version greater with every change of what was approved; other rules do not change it
     */
    @Wire("authorization-changed.v1")
    record AuthorizationChanged(
            PatientId patient,
            AuthorizationId authorization,
            PayerId payer,
            BillingUnit unit,
            int units,
            LocalDate from,
            LocalDate to,
            List<PayerRules> rules,
            int version,
            Instant at)
            implements EnrollmentState {
        @Override
        public String key() {
            return "authorization/" + authorization;
        }

        /**
         * The payer's rule set on some of the days.
         *
         * @param from the first of these days, and {@code to} the last
         * @param ruleSet a preset, with the minutes of a day that the contract says
         * @param apart treatments that are no part of the program day for this payer
         */
        public record PayerRules(LocalDate from, LocalDate to, RuleSet ruleSet, List<Modality> apart) {}
    }

    /** A house or an office with whom the clinic works, or no more. Its name stands on letterheads, not here. */
    @Wire("partner-changed.v1")
    record PartnerChanged(PartnerId partner, Recipient.Kind kind, boolean active, Instant at)
            implements EnrollmentState {
        @Override
        public String key() {
            return "partner/" + partner;
        }
    }

    /** Who treats the patient; access to the record follows from it. */
    @Wire("care-team-changed.v1")
    record CareTeamChanged(PatientId patient, EpisodeId episode, List<Member> members, Instant at)
            implements EnrollmentState {

        /** What the key begins with. */
        public static final String KIND = "care-team/";

        @Override
        public String key() {
            return keyOf(patient);
        }

        /** The key of all that is said of a patient's care team. */
        public static String keyOf(PatientId patient) {
            return KIND + patient;
        }

        /** One of the team. */
        public record Member(StaffId staff, Role role) {}

        /** What somebody does in the team. */
        public enum Role {
            PRIMARY_CLINICIAN,
            CLINICIAN,
            PRESCRIBER,
            SUPERVISOR
        }
    }
}
