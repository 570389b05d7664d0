package org.stepwell.aftercare.silence;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.silence.OutreachView.AttemptView;
import org.stepwell.aftercare.silence.OutreachView.ContactView;
import org.stepwell.aftercare.silence.OutreachView.SilenceView;
import org.stepwell.aftercare.silence.OutreachView.StepView;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.message.PatientWays;
import org.stepwell.platform.seal.Seal;

/** Shows outreach to staff, and to the patient what is theirs of it. */
@Singleton
class OutreachShown {

    private static final int SILENCES_MAX = 20;
    private static final int ATTEMPTS_MAX = 100;
    private static final String ENGLISH = "en";

    private final SilenceTable table;
    private final StepTable steps;
    private final Attempts attempts;
    private final SafeHoursOf hours;
    private final MessageWords words;
    private final Seal seal;

    OutreachShown(
            SilenceTable table, StepTable steps, Attempts attempts, SafeHoursOf hours, MessageWords words, Seal seal) {
        this.table = table;
        this.steps = steps;
        this.attempts = attempts;
        this.hours = hours;
        this.words = words;
        this.seal = seal;
    }

    OutreachView toStaff(AftercarePlanId plan, PatientId patient, Instant now) {
        var silences = table.last(plan, SILENCES_MAX);
        var steps = this.steps.of(silences.stream().map(Silence::checkIn).toList());
        return new OutreachView(
                plan,
                patient,
                asks(silences, steps, patient),
                hours.ways(patient).map(ways -> contact(patient, ways, now)).orElse(null),
                silences.stream().map(silence -> view(silence, steps)).toList(),
                attempts.last(plan, ATTEMPTS_MAX).stream()
                        .map(attempt -> view(attempt, true))
                        .toList());
    }

    /** Without the steps, and without what staff wrote. */
    OutreachView toPatient(AftercarePlanId plan, PatientId patient) {
        var silences = table.last(plan, SILENCES_MAX);
        var steps = this.steps.of(silences.stream().map(Silence::checkIn).toList());
        return new OutreachView(
                plan,
                patient,
                asks(silences, steps, patient),
                null,
                List.of(),
                attempts.last(plan, ATTEMPTS_MAX).stream()
                        .map(attempt -> view(attempt, false))
                        .toList());
    }

    private @Nullable String asks(List<Silence> silences, List<Step> steps, PatientId patient) {
        var going =
                silences.stream().filter(Silence::goesOn).map(Silence::checkIn).toList();
        boolean asked = steps.stream()
                .anyMatch(step -> step.kind() == StepKind.PORTAL
                        && step.status() == Step.Status.SENT
                        && going.contains(step.checkIn()));
        return asked
                ? words.inTheAccount(
                        hours.ways(patient).map(PatientWays::language).orElse(ENGLISH))
                : null;
    }

    private ContactView contact(PatientId patient, PatientWays ways, Instant now) {
        var safe = ways.safe();
        return new ContactView(
                hours.number(patient).orElse(null),
                ways.calls(),
                ways.voicemail(),
                ways.texts(),
                ways.mails(),
                ways.saying(),
                safe == null ? null : safe.from(),
                safe == null ? null : safe.until(),
                Optional.ofNullable(ways.zone()).map(zone -> zone.getId()).orElse(null),
                hours.toCall(now, patient));
    }

    private SilenceView view(Silence silence, List<Step> steps) {
        return new SilenceView(
                silence.checkIn(),
                silence.dueOn(),
                silence.dueAt(),
                silence.number(),
                silence.compressed(),
                silence.status(),
                steps.stream()
                        .filter(step -> step.checkIn().equals(silence.checkIn()))
                        .map(this::view)
                        .toList());
    }

    StepView view(Step step) {
        return new StepView(
                step.id(),
                step.kind(),
                step.dueAt(),
                step.status(),
                step.person(),
                step.channel(),
                opened(conclusionOf(step.id()), step.conclusion()),
                step.settledAt());
    }

    AttemptView view(Attempt attempt, boolean toStaff) {
        return new AttemptView(
                attempt.id(),
                attempt.madeAt(),
                attempt.way(),
                attempt.person(),
                attempt.outcome(),
                toStaff ? opened(noteOf(attempt.id()), attempt.sealedNote()) : null,
                attempt.recordedBy(),
                attempt.recordedAt());
    }

    @Nullable
    String sealed(String purpose, @Nullable String text) {
        return text == null || text.isBlank() ? null : seal.seal(ClinicContext.clinic(), purpose, text);
    }

    private @Nullable String opened(String purpose, @Nullable String sealed) {
        return sealed == null ? null : seal.open(ClinicContext.clinic(), purpose, sealed);
    }

    static String noteOf(Object attempt) {
        return "check-in-attempt/" + attempt;
    }

    static String conclusionOf(StepId step) {
        return "outreach-step/" + step;
    }
}
