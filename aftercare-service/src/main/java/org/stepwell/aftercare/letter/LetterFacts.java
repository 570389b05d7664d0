package org.stepwell.aftercare.letter;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.handoff.HandOffs;
import org.stepwell.aftercare.nextstep.ReferredStep;
import org.stepwell.contracts.enrollment.ContactBlock;
import org.stepwell.contracts.therapy.TherapyFact.DischargeSummarySigned;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.message.PatientContacts;
import org.stepwell.platform.problem.Refusal;

/** What a letter has to say, as it is known now. */
@Singleton
class LetterFacts {

    private final PatientContacts contacts;
    private final HandOffs handOffs;
    private final ClinicDirectory clinics;
    private final Clock clock;

    LetterFacts(PatientContacts contacts, HandOffs handOffs, ClinicDirectory clinics, Clock clock) {
        this.contacts = contacts;
        this.handOffs = handOffs;
        this.clinics = clinics;
        this.clock = clock;
    }

    /** Refuses where there is nothing to say of what was asked for. */
    Said of(ReferredStep step, LetterOrder order) {
        var who = contacts.who(step.patient())
                .orElseThrow(() -> new Refusal(
                        ReferralLetterRule.PATIENT_IS_NAMED, "Nobody has told yet. Try again in a moment."));
        var clinic = clinics.profile();
        boolean person = order.also().contains(LetterOrder.Detail.DEMOGRAPHICS);
        boolean treatment = order.also().contains(LetterOrder.Detail.DISCHARGE_SUMMARY);
        boolean medication = order.also().contains(LetterOrder.Detail.MEDICATION);
        @Nullable DischargeSummarySigned summary = treatment || medication ? summary(step) : null;
        return new Said(
                clinic.name(),
                name(who),
                LocalDate.ofInstant(clock.instant(), clinic.zone()),
                step.kind(),
                step.date(),
                order.answerBy(),
                person ? new Said.Person(who.birthDate(), who.phone()) : null,
                treatment && summary != null
                        ? new Said.Treatment(summary.lastDay(), summary.reason(), summary.nextLevel())
                        : null,
                medication && summary != null ? summary.medication() : null);
    }

    private DischargeSummarySigned summary(ReferredStep step) {
        return handOffs.of(step.episode())
                .orElseThrow(() -> new Refusal(
                        ReferralLetterRule.SUMMARY_IS_SIGNED,
                        "It is not signed yet. Leave out DISCHARGE_SUMMARY and MEDICATION, or wait for it."));
    }

    private static String name(ContactBlock who) {
        return "%s %s".formatted(who.givenName(), who.familyName());
    }
}
