package org.stepwell.therapy.handoff;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.therapy.crisisplan.CrisisPlans;
import org.stepwell.therapy.drugscreen.Screens;
import org.stepwell.therapy.handoff.DischargeFacts.Attended;
import org.stepwell.therapy.handoff.DischargeFacts.Diagnosed;
import org.stepwell.therapy.handoff.DischargeFacts.Medicated;
import org.stepwell.therapy.handoff.DischargeFacts.Notes;
import org.stepwell.therapy.handoff.DischargeFacts.PlanHeld;
import org.stepwell.therapy.handoff.DischargeFacts.RelapsePlanKept;
import org.stepwell.therapy.handoff.DischargeFacts.StayFacts;
import org.stepwell.therapy.medication.ActiveMedication;
import org.stepwell.therapy.note.SignedNotes;
import org.stepwell.therapy.objective.Objectives;
import org.stepwell.therapy.plan.PlanInForce;
import org.stepwell.therapy.relapse.RelapsePlans;
import org.stepwell.therapy.roster.Attendances;
import org.stepwell.therapy.roster.Diagnoses;
import org.stepwell.therapy.roster.Episodes;
import org.stepwell.therapy.roster.Programs;
import org.stepwell.therapy.roster.Stay;
import org.stepwell.therapy.safety.OpenFlags;

/** Puts together what is known of an episode that ends; whatever else a summary should say by itself is asked for here. */
@Singleton
class GatherFacts {

    private final Episodes episodes;
    private final Programs programs;
    private final Attendances attendances;
    private final Diagnoses diagnoses;
    private final GatherMeasures measures;
    private final Screens screens;
    private final OpenFlags flags;
    private final PlanInForce plans;
    private final RelapsePlans relapsePlans;
    private final CrisisPlans crisisPlans;
    private final ActiveMedication medication;
    private final Objectives objectives;
    private final SignedNotes notes;
    private final ClinicDirectory clinics;

    GatherFacts(
            Episodes episodes,
            Programs programs,
            Attendances attendances,
            Diagnoses diagnoses,
            GatherMeasures measures,
            Screens screens,
            OpenFlags flags,
            PlanInForce plans,
            RelapsePlans relapsePlans,
            CrisisPlans crisisPlans,
            ActiveMedication medication,
            Objectives objectives,
            SignedNotes notes,
            ClinicDirectory clinics) {
        this.episodes = episodes;
        this.programs = programs;
        this.attendances = attendances;
        this.diagnoses = diagnoses;
        this.measures = measures;
        this.screens = screens;
        this.flags = flags;
        this.plans = plans;
        this.relapsePlans = relapsePlans;
        this.crisisPlans = crisisPlans;
        this.medication = medication;
        this.objectives = objectives;
        this.notes = notes;
        this.clinics = clinics;
    }

    /** Those under a signature, or else what is known now. */
    DischargeFacts under(SummaryTexts.Opened text, DischargeSummary summary) {
        var signed = text.signedFacts();
        return signed == null ? of(summary.episode(), summary.patient(), summary.ending()) : signed;
    }

    /** As the patient reads them: signed facts count what was found as soon as it is known, and they are shown it later. */
    DischargeFacts toPatient(EpisodeId episode, DischargeFacts facts) {
        boolean allIsShown = screens.of(episode, true).equals(screens.of(episode, false));
        return allIsShown ? facts : facts.withoutScreens();
    }

    private DischargeFacts of(EpisodeId episode, PatientId patient, @Nullable Ending ending) {
        var stay = episodes.admitted(episode);
        var taken = stay.map(measures::of).orElse(List.of());
        var sum = attendances.sumOf(episode);
        return new DischargeFacts(
                stay(episode, stay.map(Stay::from).orElse(null), ending),
                Attended.of(sum.sessions(), sum.minutes(), sum.held()),
                diagnoses.of(patient).stream()
                        .map(one -> new Diagnosed(one.code(), one.severity(), day(one.since())))
                        .toList(),
                taken,
                measures.missing(taken, ending),
                ScreensDone.of(screens.of(episode, false)),
                flags.of(patient),
                plans.of(episode)
                        .map(plan -> new PlanHeld(plan.version(), plan.since()))
                        .orElse(null),
                relapsePlans
                        .inCodes(episode, patient)
                        .map(plan -> new RelapsePlanKept(plan.version(), day(plan.writtenAt()), plan.triggers()))
                        .orElse(null),
                crisisPlans.isWritten(patient),
                medication.of(patient).stream().map(GatherFacts::taken).toList(),
                objectives.of(episode).stream()
                        .filter(one -> one.interim() == null)
                        .map(one -> new DischargeFacts.Objective(one.objective(), one.status()))
                        .toList(),
                new Notes(notes.of(episode), notes.owed(episode)));
    }

    private static Medicated taken(ActiveMedication.Line line) {
        var product = line.product();
        return new Medicated(
                line.substance(),
                product == null ? null : product.name(),
                product == null ? null : product.rxNorm(),
                line.since());
    }

    private StayFacts stay(EpisodeId episode, @Nullable LocalDate firstDay, @Nullable Ending ending) {
        var program = programs.of(episode);
        return new StayFacts(
                program.map(Programs.Called::name).orElse(null),
                program.map(Programs.Called::level).orElse(null),
                firstDay,
                ending == null ? null : ending.lastDay(),
                ending != null && ending.left(),
                ending == null ? null : ending.reason(),
                ending == null ? null : ending.waiver(),
                ending == null ? null : ending.nextLevel());
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clinics.zone());
    }
}
