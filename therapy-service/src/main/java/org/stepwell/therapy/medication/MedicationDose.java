package org.stepwell.therapy.medication;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.formulary.Product;

/** A dose of an order: it never changes, and is struck where it was entered in error. */
@Entity
class MedicationDose {

    @Id
    private UUID id;

    @Column(name = "order_id")
    private UUID order;

    @Enumerated(EnumType.STRING)
    private DoseOutcome outcome;

    private Instant at;
    private LocalDate day;
    private @Nullable Integer supplyDays;

    @Enumerated(EnumType.STRING)
    private @Nullable InjectionSite site;

    private @Nullable String lot;
    private StaffId recordedBy;
    private Instant recordedAt;
    private @Nullable Instant struckAt;
    private @Nullable StaffId struckBy;

    @SuppressWarnings("NullAway.Init")
    protected MedicationDose() {}

    /** Of an order of this product, at a time when it was active. */
    static MedicationDose of(
            UUID id, MedicationOrder order, Product product, DoseForm form, StaffId by, Instant now, ZoneId zone) {
        form.mustFit(product);
        var dose = new MedicationDose();
        dose.id = id;
        dose.order = order.id().value();
        dose.outcome = form.outcome();
        dose.at = form.at() == null ? now : form.at();
        dose.day = LocalDate.ofInstant(dose.at, zone);
        dose.supplyDays = form.supplyDays();
        dose.site = form.site();
        dose.lot = form.lot();
        dose.recordedBy = by;
        dose.recordedAt = now;
        dose.mustBeOf(order, now);
        return dose;
    }

    private void mustBeOf(MedicationOrder of, Instant now) {
        if (of.status() == OrderStatus.DRAFT || of.status() == OrderStatus.ENTERED_IN_ERROR) {
            throw MedicationRule.DOSE_OF_WHAT_WAS_ORDERED.because("The order is %s.".formatted(of.status()));
        }
        if (of.life().wasOnHold(at)) {
            throw MedicationRule.NOTHING_IS_GIVEN_ON_HOLD.at(
                    "/at", "It was on hold at %s. A prescriber lets it go on first.".formatted(at));
        }
        var from = of.days().startsOn();
        var through = of.life().overOn();
        if (at.isAfter(now) || day.isBefore(from) || (through != null && day.isAfter(through))) {
            throw MedicationRule.DOSE_OF_WHAT_WAS_ORDERED.at(
                    "/at", "a time from %s to %s".formatted(from, through == null ? now : through));
        }
    }

    /**
     * Refuses an injection before its window opens, counted from all others, and after it closed, counted from the one before or
     * from the first day of the order. No reason opens it: whoever wants it sooner or later is the prescriber, who orders it anew in
     * place of this order, and says there why, under the checks.
     */
    void mustBeInItsWindow(Product.Window interval, LocalDate start, List<Injection> injections) {
        injections.stream().filter(other -> other.isTooNear(day)).findFirst().ifPresent(other -> {
            throw MedicationRule.INJECTION_IN_ITS_WINDOW.at(
                    "/at",
                    "One was given on %s, and the next window opens %d days after. A prescriber who wants it sooner orders it anew."
                            .formatted(other.day(), other.window().opensAfterDays()));
        });
        var before = injections.stream()
                .filter(other -> other.day().isBefore(day))
                .max(Comparator.comparing(Injection::day));
        var closes = InjectionWindow.of(interval, start, before.orElse(null), 0).closes();
        if (day.isAfter(closes)) {
            throw MedicationRule.INJECTION_IN_ITS_WINDOW.at(
                    "/at",
                    "The window closed on %s. A prescriber who wants it still orders it anew.".formatted(closes));
        }
    }

    /** It was entered in error; the first word stays. */
    void strike(StaffId by, Instant now) {
        if (struckAt == null) {
            struckAt = now;
            struckBy = by;
        }
    }

    UUID id() {
        return id;
    }

    /** Whether the next injection is counted from it, or was. */
    boolean isInjection() {
        return site != null;
    }

    DaysCovered.Dose counted() {
        return new DaysCovered.Dose(day, outcome, supplyDays == null ? 0 : supplyDays);
    }

    UUID order() {
        return order;
    }

    LocalDate day() {
        return day;
    }

    DoseView view() {
        return new DoseView(
                id,
                new MedicationOrderId(order),
                outcome,
                at,
                day,
                supplyDays,
                site,
                lot,
                recordedBy,
                recordedAt,
                struckAt,
                struckBy);
    }
}
