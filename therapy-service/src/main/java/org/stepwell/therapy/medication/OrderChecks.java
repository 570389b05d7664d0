package org.stepwell.therapy.medication;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.therapy.formulary.Formulary;
import org.stepwell.therapy.formulary.Substance;
import org.stepwell.therapy.medication.Contraindications.Outcome;
import org.stepwell.therapy.medication.Contraindications.Situation;

/** Looks at all a patient takes, and holds the checks against what is ordered beside it. */
@Singleton
class OrderChecks {

    private final OrdersTaken ordered;
    private final ExternalMedications externals;
    private final LastOpioids opioids;
    private final PdmpChecks pdmp;
    private final Formulary formulary;
    private final MedicationSettings settings;
    private final ClinicDirectory clinics;
    private final Clock clock;

    OrderChecks(
            OrdersTaken ordered,
            ExternalMedications externals,
            LastOpioids opioids,
            PdmpChecks pdmp,
            Formulary formulary,
            MedicationSettings settings,
            ClinicDirectory clinics,
            Clock clock) {
        this.ordered = ordered;
        this.externals = externals;
        this.opioids = opioids;
        this.pdmp = pdmp;
        this.formulary = formulary;
        this.settings = settings;
        this.clinics = clinics;
        this.clock = clock;
    }

    /**
     * What is held against an order of a patient.
     *
     * @param self the order itself, which is not taken beside itself
     */
    Outcome of(PatientId patient, MedicationOrderId self, MedicationOrder.What what, OrderInputs inputs) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, clinics.zone());
        var lookedAt = pdmp.lastOf(patient);
        var product = formulary.of(what.product());
        return Contraindications.of(
                new Situation(
                        product,
                        what.unitsPerDose(),
                        inputs,
                        taken(patient, self, what.replaces(), today),
                        product.has(Substance.NALTREXONE) ? opioids.of(patient, today) : List.of(),
                        lookedAt.map(at -> LocalDate.ofInstant(at, clinics.zone()))
                                .orElse(null),
                        today,
                        now),
                settings);
    }

    /** What goes on, and injections that still last after their order ended, also where this one replaces it. */
    private Set<Substance> taken(
            PatientId patient, MedicationOrderId self, @Nullable MedicationOrderId replaced, LocalDate today) {
        var taken = EnumSet.noneOf(Substance.class);
        taken.addAll(externals.takenBy(patient, today));
        ordered.of(patient, today).stream()
                .filter(one -> !one.order().id().equals(self))
                .filter(one -> one.lasts() || !one.order().id().equals(replaced))
                .map(one -> one.product().main())
                .forEach(taken::add);
        return taken;
    }

    /** Refuses an order that a check stops, or of which something is asked or warned that is not answered. */
    static void mustAllow(Outcome outcome, Set<Check> overridden) {
        if (!outcome.asks().isEmpty()) {
            throw MedicationRule.CHECKS_ASK.because(
                    "%d fields are missing.".formatted(outcome.asks().size()), outcome.asks());
        }
        mustNotStop(outcome);
        var unanswered = outcome.findings().stream()
                .filter(finding -> !overridden.contains(finding.check()))
                .toList();
        if (!unanswered.isEmpty()) {
            throw MedicationRule.WARNINGS_ARE_ANSWERED.because(
                    "Override %s with a reason each, or do not order it."
                            .formatted(unanswered.stream()
                                    .map(finding -> finding.check().name())
                                    .collect(Collectors.joining(", "))),
                    errors(unanswered));
        }
    }

    private static void mustNotStop(Outcome outcome) {
        outcome.findings().stream()
                .filter(finding -> finding.grade() == Check.Grade.STOPS)
                .findFirst()
                .ifPresent(finding -> {
                    throw new Refusal(finding.check(), finding.detail());
                });
    }

    private static List<FieldError> errors(List<Finding> unanswered) {
        return unanswered.stream()
                .map(finding -> new FieldError(
                        "/overrides", "%s: %s %s".formatted(finding.check(), finding.sentence(), finding.detail())))
                .toList();
    }
}
