package org.stepwell.therapy.medication;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.therapy.formulary.Formulary;
import org.stepwell.therapy.formulary.Frequency;
import org.stepwell.therapy.formulary.Indication;

/** On which share of days patients had what was ordered for them. */
@Singleton
class Adherence {

    private static final int DAYS_USUALLY = 90;
    private static final int DAYS_MAX = 366;

    /** Supplies from before the period still last into it. */
    private static final int DAYS_BEFORE = 120;

    private final MedicationOrders orders;
    private final Doses doses;
    private final Formulary formulary;
    private final ClinicDirectory clinics;
    private final Clock clock;

    Adherence(MedicationOrders orders, Doses doses, Formulary formulary, ClinicDirectory clinics, Clock clock) {
        this.orders = orders;
        this.doses = doses;
        this.formulary = formulary;
        this.clinics = clinics;
        this.clock = clock;
    }

    /** For each disorder that was treated in these days. */
    @Schema(name = "MedicationAdherence")
    record AdherenceView(PatientId patient, LocalDate from, LocalDate to, List<OfDisorder> disorders) {}

    /** Of one disorder, with what it goes by: the orders and all of their doses that count. */
    @Schema(name = "AdherenceOfDisorder")
    record OfDisorder(Indication indication, DaysCovered pdc, List<MedicationOrderId> orders, List<DoseView> doses) {}

    AdherenceView of(PatientId patient, @Nullable LocalDate said, @Nullable LocalDate saidTo) {
        var today = LocalDate.ofInstant(clock.instant(), clinics.zone());
        var to = saidTo == null || saidTo.isAfter(today) ? today : saidTo;
        var from = said == null ? to.minusDays(DAYS_USUALLY - 1L) : said;
        if (from.isAfter(to) || from.plusDays(DAYS_MAX).isBefore(to)) {
            throw MedicationRule.ADHERENCE_OF_DAYS.at(
                    "from", "a day from %s to %s".formatted(to.minusDays(DAYS_MAX), to));
        }
        var taken = orders.since(patient, from.minusDays(DAYS_BEFORE)).stream()
                .filter(order -> order.status() != OrderStatus.ENTERED_IN_ERROR)
                .filter(order -> order.what().frequency() != Frequency.AS_NEEDED)
                .toList();
        var given = doses.counting(taken.stream().map(MedicationOrder::id).toList(), to).stream()
                .collect(Collectors.groupingBy(MedicationDose::order));
        var byDisorder = taken.stream()
                .collect(Collectors.groupingBy(order -> order.what().indication()));
        return new AdherenceView(
                patient,
                from,
                to,
                byDisorder.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(one -> covered(one.getKey(), one.getValue(), given, from, to))
                        .toList());
    }

    private OfDisorder covered(
            Indication indication,
            List<MedicationOrder> of,
            Map<UUID, List<MedicationDose>> given,
            LocalDate from,
            LocalDate to) {
        var counted = of.stream()
                .flatMap(order -> given.getOrDefault(order.id().value(), List.of()).stream())
                .toList();
        var courses = of.stream()
                .map(order -> order.course(
                        injectionDays(order),
                        given.getOrDefault(order.id().value(), List.of()).stream()
                                .map(MedicationDose::counted)
                                .toList()))
                .toList();
        return new OfDisorder(
                indication,
                DaysCovered.of(courses, from, to),
                of.stream().map(MedicationOrder::id).toList(),
                counted.stream().map(MedicationDose::view).toList());
    }

    private int injectionDays(MedicationOrder order) {
        var interval = formulary.of(order.what().product()).window();
        return interval == null ? 0 : interval.dueAfterDays();
    }
}
