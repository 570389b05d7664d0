package org.stepwell.therapy.handoff;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.code.DischargeWaiver;
import org.stepwell.contracts.code.RelapseTrigger;
import org.stepwell.contracts.code.Severity;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored.Subscale;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.therapy.formulary.Substance;
import org.stepwell.therapy.objective.ObjectiveId;
import org.stepwell.therapy.objective.ObjectiveStatus;

/** What a discharge summary says without anybody typing it: as it is known now, and once somebody signed, as it was then. */
@Schema(name = "DischargeFacts")
record DischargeFacts(
        StayFacts stay,
        Attended attended,

        @Schema(description = "what the patient is diagnosed with, in the order in which it was known")
        List<Diagnosed> diagnoses,

        @Schema(
                description =
                        "each questionnaire the first time and the last, by its code: from intake on, whichever service took it")
        List<FirstAndLastTaken> measures,

        @Schema(description = "which questionnaires of the end are still to be taken")
        List<String> measuresMissing,

        @Schema(description = "missing for the patient as long as a result is not shown to them yet") @Nullable
        ScreensDone screens,

        List<String> openFlags,

        @Schema(description = "by which version of the treatment plan they were treated; missing where none ever held")
        @Nullable
        PlanHeld plan,

        @Schema(description = "missing where the patient has none") @Nullable
        RelapsePlanKept relapsePlan,

        @Schema(description = "whether a crisis plan is written")
        boolean crisisPlan,

        @Schema(description = "what the patient takes, ordered here or elsewhere")
        List<Medicated> medication,

        @Schema(description = "what was worked on by the plan, and how it stands")
        List<Objective> objectives,

        Notes notes) {

    /** The same, for whoever is not shown yet what a screen found. */
    DischargeFacts withoutScreens() {
        return new DischargeFacts(
                stay,
                attended,
                diagnoses,
                measures,
                measuresMissing,
                null,
                openFlags,
                plan,
                relapsePlan,
                crisisPlan,
                medication,
                objectives,
                notes);
    }

    /** What the patient takes. */
    @Schema(name = "DischargeMedication")
    record Medicated(
            Substance substance,

            @Schema(
                    examples = "buprenorphine 8 mg / naloxone 2 mg film",
                    description = "what was ordered; missing of what comes from elsewhere")
            @Nullable
            String product,

            @Schema(examples = "1010604", description = "RxNorm's id of it, where it was verified") @Nullable
            String rxNorm,

            LocalDate since) {}

    /** An objective of a plan that held; what it says, the plan says. */
    @Schema(name = "DischargeObjective")
    record Objective(ObjectiveId objective, ObjectiveStatus status) {}

    /** When the patient was in which program, and how that ends. */
    @Schema(name = "DischargeStay")
    record StayFacts(
            @Schema(examples = "Evening IOP", description = "missing until it is told here") @Nullable
            String program,

            @Schema(examples = "2.1", description = "the level of care that the program gives, by its number") @Nullable
            String level,

            @Nullable LocalDate firstDay,

            @Schema(description = "planned, as long as they have not left") @Nullable
            LocalDate lastDay,

            boolean left,
            @Nullable DischargeReason reason,

            @Schema(description = "of whoever left without a next step that was accepted") @Nullable
            DischargeWaiver waiver,

            @Schema(examples = "1", description = "the level of care that was planned to follow") @Nullable
            String plannedNextLevel) {}

    /** How much of it the patient was at. */
    @Schema(name = "DischargeAttendance")
    record Attended(
            @Schema(examples = "34") int sessions,
            @Schema(examples = "6120") int minutes,

            @Schema(
                    examples = "85",
                    description = "of the sessions that were held for them; missing where there were none")
            @Nullable
            Integer percent) {

        static Attended of(int sessions, int minutes, int held) {
            return new Attended(sessions, minutes, held == 0 ? null : Math.round(100f * sessions / held));
        }
    }

    /** A diagnosis that stands. */
    @Schema(name = "DischargeDiagnosis")
    record Diagnosed(
            @Schema(examples = "F10.20", description = "ICD-10-CM")
            String code,

            @Nullable Severity severity,
            LocalDate since) {}

    /** A questionnaire in the beginning and in the end. */
    @Schema(name = "DischargeMeasure")
    record FirstAndLastTaken(
            @Schema(examples = "PHQ-9") String instrument,
            Taken first,
            Taken last,

            @Schema(description = "missing where it was taken once, or nobody agreed on what a change means") @Nullable
            Moved change) {}

    /** What a questionnaire came out as on a day. */
    @Schema(name = "DischargeMeasureTaken")
    record Taken(
            LocalDate takenOn,
            @Nullable Integer total,
            @Nullable String band,
            List<Subscale> parts) {}

    /** What lies between two totals, by the questionnaire's own rules; below zero is better. */
    @Schema(name = "DischargeMeasureChange")
    record Moved(
            @Schema(examples = "-6") int points,
            @Nullable Boolean response,
            @Nullable Boolean remission,
            boolean meaningful) {}

    /** A version of the treatment plan, and since when it holds. */
    @Schema(name = "DischargePlanHeld")
    record PlanHeld(@Schema(examples = "3") int version, LocalDate since) {}

    /** The patient's own plan, without its words. */
    @Schema(name = "DischargeRelapsePlan")
    record RelapsePlanKept(@Schema(examples = "2") int version, LocalDate writtenOn, List<RelapseTrigger> triggers) {}

    /** How much of the episode is signed for. */
    @Schema(name = "DischargeNotes")
    record Notes(
            @Schema(examples = "33") int signed,

            @Schema(examples = "1", description = "of sessions that the patient was at, and that nobody signed for yet")
            int owed) {}

    /** What whoever signs should know. */
    Set<SummaryWarning> warnings() {
        var warnings = EnumSet.noneOf(SummaryWarning.class);
        if (notes.owed() > 0) {
            warnings.add(SummaryWarning.NOTES_OWED);
        }
        if (relapsePlan == null) {
            warnings.add(SummaryWarning.NO_RELAPSE_PLAN);
        }
        if (!crisisPlan) {
            warnings.add(SummaryWarning.NO_CRISIS_PLAN);
        }
        if (!openFlags.isEmpty()) {
            warnings.add(SummaryWarning.SAFETY_FLAG_STANDS);
        }
        return warnings;
    }

    /** Refuses an end without its questionnaires, unless somebody says why. */
    void mustBeMeasured(@Nullable MeasuresWaiver why) {
        if (!measuresMissing.isEmpty() && why == null) {
            throw HandoffRule.LAST_MEASURES_OR_WHY_NOT.because(
                    "Missing: %s. Take them, or write into the draft why not.".formatted(measuresMissing),
                    List.of(new FieldError("/measuresWaived", "why, where they can not be taken any more")));
        }
    }
}
