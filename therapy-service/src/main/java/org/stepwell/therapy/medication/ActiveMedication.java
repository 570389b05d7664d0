package org.stepwell.therapy.medication;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.therapy.formulary.Formulary;
import org.stepwell.therapy.formulary.Frequency;
import org.stepwell.therapy.formulary.Product;
import org.stepwell.therapy.formulary.Substance;

/** What a patient takes, in codes: ordered here, and recorded as taken from elsewhere. No free text is in it. */
@Singleton
public class ActiveMedication {

    private final MedicationOrders orders;
    private final OrdersTaken ordered;
    private final ExternalMedications externals;
    private final Formulary formulary;
    private final ClinicDirectory clinics;
    private final Clock clock;

    ActiveMedication(
            MedicationOrders orders,
            OrdersTaken ordered,
            ExternalMedications externals,
            Formulary formulary,
            ClinicDirectory clinics,
            Clock clock) {
        this.orders = orders;
        this.ordered = ordered;
        this.externals = externals;
        this.formulary = formulary;
        this.clinics = clinics;
        this.clock = clock;
    }

    /**
     * Something that is taken.
     *
     * @param product what was ordered here; null of what is taken from elsewhere
     * @param onHold whether it is put off for now
     */
    public record Line(
            Substance substance,
            @Nullable Product product,
            @Nullable Integer unitsPerDose,
            @Nullable Frequency frequency,
            LocalDate since,
            boolean onHold) {}

    /**
     * Something that was taken around a day.
     *
     * @param orderedBy who ordered it; null of what is taken from elsewhere
     * @param through the last day; null where it goes on
     * @param staysDays so many days after that it may still be found, where that is longer than usual
     * @param onHold whether it was put off on that day, or until it
     */
    public record Taken(
            Substance substance,
            @Nullable StaffId orderedBy,
            LocalDate since,
            @Nullable LocalDate through,
            int staysDays,
            boolean onHold) {}

    /** What somebody takes now; orders outlive the stay in which they were written. */
    public List<Line> of(PatientId patient) {
        var today = LocalDate.ofInstant(clock.instant(), clinics.zone());
        var lines = new ArrayList<Line>();
        orders.goingOn(patient).stream()
                .filter(order -> !order.days().startsOn().isAfter(today))
                .map(this::line)
                .forEach(lines::add);
        externals.taken(patient, today, today).stream()
                .map(one -> new Line(one.substance(), null, null, null, one.since(), false))
                .forEach(lines::add);
        return lines;
    }

    private Line line(MedicationOrder order) {
        var product = formulary.of(order.what().product());
        return new Line(
                product.main(),
                product,
                order.what().unitsPerDose(),
                order.what().frequency(),
                order.days().startsOn(),
                order.status() == OrderStatus.ON_HOLD);
    }

    /** Who ordered a substance that somebody takes now or has on hold, or of which an injection still lasts. */
    public Optional<StaffId> prescriberOf(Substance substance, PatientId patient) {
        return ordered.of(patient, LocalDate.ofInstant(clock.instant(), clinics.zone())).stream()
                .filter(one -> one.product().has(substance))
                .map(one -> one.order().orderedBy())
                .findFirst();
    }

    /** What somebody took until some time before a day, or on it. */
    public List<Taken> around(PatientId patient, LocalDate day) {
        var taken = new ArrayList<Taken>();
        var since = day.minusDays(formulary.longestStayDays());
        orders.since(patient, since).stream()
                .filter(order -> order.status() != OrderStatus.ENTERED_IN_ERROR)
                .filter(order -> !order.days().startsOn().isAfter(day))
                .map(order -> taken(order, day))
                .forEach(taken::add);
        externals.taken(patient, since, day).stream()
                .map(one -> new Taken(one.substance(), null, one.since(), one.until(), 0, false))
                .forEach(taken::add);
        return taken;
    }

    private Taken taken(MedicationOrder order, LocalDate day) {
        var product = formulary.of(order.what().product());
        return new Taken(
                product.main(),
                order.orderedBy(),
                order.days().startsOn(),
                order.life().overOn(),
                product.staysDays(),
                order.life().wasOnHold(day));
    }
}
