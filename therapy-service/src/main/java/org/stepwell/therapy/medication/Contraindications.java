package org.stepwell.therapy.medication;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.therapy.formulary.Product;
import org.stepwell.therapy.formulary.Substance;
import org.stepwell.therapy.medication.MedicationSettings.PdmpRule;
import org.stepwell.therapy.medication.OrderInputs.LastOpioid;

/** Holds the checks against an order; what a check needs and nobody said is asked for. */
final class Contraindications {

    private static final int COWS_AFTER_LONG = 12;
    private static final Duration AFTER_ALCOHOL = Duration.ofHours(12);
    private static final int CLEARANCE_STOPS = 30;
    private static final int CLEARANCE_WARNS = 50;

    private final Situation at;
    private final MedicationSettings settings;
    private final List<Finding> findings = new ArrayList<>();
    private final List<FieldError> asks = new ArrayList<>();

    private Contraindications(Situation at, MedicationSettings settings) {
        this.at = at;
        this.settings = settings;
    }

    /**
     * An order, and what is known beside it.
     *
     * @param taken what the patient takes besides, ordered here or from elsewhere; of a product, its main substance
     * @param opioids those of the last days that the record knows
     * @param lookedOn when the monitoring program was looked at last
     */
    record Situation(
            Product product,
            int unitsPerDose,
            OrderInputs inputs,
            Set<Substance> taken,
            List<OpioidUse> opioids,
            @Nullable LocalDate lookedOn,
            LocalDate today,
            Instant now) {}

    /** What they found, and what they ask for. */
    record Outcome(List<Finding> findings, List<FieldError> asks) {
        static final Outcome NOTHING = new Outcome(List.of(), List.of());
    }

    static Outcome of(Situation situation, MedicationSettings settings) {
        var checks = new Contraindications(situation, settings);
        checks.all();
        return new Outcome(List.copyOf(checks.findings), List.copyOf(checks.asks));
    }

    private void all() {
        alike();
        apart();
        if (at.product().has(Substance.NALTREXONE)) {
            afterOpioids();
            liver();
        }
        if (at.product().has(Substance.BUPRENORPHINE) && !at.taken().contains(Substance.BUPRENORPHINE)) {
            inWithdrawal();
        }
        if (at.product().has(Substance.ACAMPROSATE)) {
            kidneys();
        }
        if (at.product().has(Substance.DISULFIRAM)) {
            alcohol();
        }
        if (at.product().isControlled() && settings.pdmp() != PdmpRule.OFF) {
            monitored();
        }
    }

    private void alike() {
        var first = at.product().main();
        if (at.taken().contains(first)) {
            findings.add(Check.SAME_SUBSTANCE_IS_TAKEN.finds(
                    "%s is taken already. Name the order that this one replaces, or say why.".formatted(first)));
        }
    }

    private void apart() {
        var against =
                at.taken().stream().filter(at.product()::isApartFrom).sorted().toList();
        if (!against.isEmpty()) {
            findings.add(Check.OPIOIDS_AND_NALTREXONE_APART.finds("The patient takes %s.".formatted(against)));
        }
    }

    private void afterOpioids() {
        var after = new AfterOpioids(at.inputs(), at.opioids(), at.today());
        after.finding().ifPresent(findings::add);
        after.ask().ifPresent(asks::add);
    }

    private void liver() {
        var on = at.inputs().liverTestedOn();
        if (on != null && on.isAfter(at.today())) {
            ask("liverTestedOn", "Say a day that came, %s at the latest.".formatted(at.today()));
        } else if (on == null || on.isBefore(at.today().minusDays(settings.liverTestDays()))) {
            findings.add(Check.LIVER_TESTS_BEFORE_NALTREXONE.finds(
                    on == null
                            ? "No test is noted. Note its day, or say why it is not waited for."
                            : "The last is of %s, and counts for %d days.".formatted(on, settings.liverTestDays())));
        }
    }

    private void inWithdrawal() {
        var points = at.inputs().cowsTotal();
        boolean lasts =
                at.inputs().lastOpioid() == LastOpioid.LONG_ACTING || at.taken().contains(Substance.METHADONE);
        int least = lasts ? Math.max(COWS_AFTER_LONG, settings.cowsLeast()) : settings.cowsLeast();
        if (points == null) {
            findings.add(Check.BUPRENORPHINE_STARTED_IN_WITHDRAWAL.finds(
                    "COWS was not taken. Take it, or say why not, such as a start at home."));
        } else if (points < least) {
            findings.add(Check.BUPRENORPHINE_STARTED_IN_WITHDRAWAL.finds(
                    "COWS is %d of %d. Wait, or say why not.".formatted(points, least)));
        }
    }

    private void kidneys() {
        var clearance = at.inputs().creatinineClearance();
        if (clearance == null) {
            ask("creatinineClearance", "Say the creatinine clearance, in mL/min.");
        } else if (clearance <= CLEARANCE_STOPS) {
            findings.add(Check.ACAMPROSATE_NEEDS_KIDNEYS.finds("It is %d mL/min.".formatted(clearance)));
        } else if (clearance <= CLEARANCE_WARNS && at.unitsPerDose() > 1) {
            findings.add(Check.ACAMPROSATE_LESS_FOR_WEAK_KIDNEYS.finds(
                    "It is %d mL/min, and %d tablets are ordered.".formatted(clearance, at.unitsPerDose())));
        }
    }

    private void alcohol() {
        var last = at.inputs().lastAlcoholAt();
        if (last == null || last.isAfter(at.now())) {
            ask("lastAlcoholAt", "Say when the patient drank last, a time that came.");
        } else if (last.plus(AFTER_ALCOHOL).isAfter(at.now())) {
            findings.add(Check.DISULFIRAM_TWELVE_HOURS_AFTER_ALCOHOL.finds(
                    "The last was at %s. Begin at %s at the earliest.".formatted(last, last.plus(AFTER_ALCOHOL))));
        }
        var consents = at.inputs().consentsToDisulfiram();
        if (consents == null) {
            ask("consentsToDisulfiram", "Say whether the patient knows what alcohol does with it, and consents.");
        } else if (!consents) {
            findings.add(Check.DISULFIRAM_WITH_CONSENT.finds("They do not."));
        }
    }

    private void monitored() {
        var on = at.lookedOn();
        if (on == null || on.isBefore(at.today().minusDays(settings.pdmpDays()))) {
            findings.add(Check.PDMP_LOOKED_AT.finds(
                    settings.pdmp() == PdmpRule.STOPS ? Check.Grade.STOPS : Check.Grade.WARNS,
                    "%s, and a look counts for %d days. Note one, or say why not."
                            .formatted(on == null ? "No look is noted" : "The last is of " + on, settings.pdmpDays())));
        }
    }

    private void ask(String field, String advice) {
        asks.add(new FieldError("/inputs/" + field, advice));
    }
}
