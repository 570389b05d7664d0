package org.stepwell.therapy.medication;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.therapy.formulary.Formulary;
import org.stepwell.therapy.formulary.Frequency;
import org.stepwell.therapy.formulary.Indication;
import org.stepwell.therapy.roster.Stay;

/** What a prescriber ordered for a patient: changed as a draft, afterwards held, stopped or replaced. It may outlive the episode. */
@Entity
class MedicationOrder {

    @EmbeddedId
    private MedicationOrderId id;

    @Version
    private int version;

    private PatientId patient;
    private EpisodeId episode;

    @Embedded
    private What what;

    @Embedded
    private Days days;

    private String content;
    private StaffId orderedBy;
    private Instant orderedAt;

    @Enumerated(EnumType.STRING)
    private OrderStatus status = OrderStatus.DRAFT;

    @Enumerated(EnumType.STRING)
    private @Nullable StopReason stopReason;

    private @Nullable LocalDate overOn;

    @Enumerated(EnumType.STRING)
    private InjectionWindow.Stage alerted = InjectionWindow.Stage.NONE;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "medication_order_change", joinColumns = @JoinColumn(name = "order_id"))
    @MapKeyColumn(name = "place")
    private Map<Integer, OrderChange> changes = new TreeMap<>();

    /** What is ordered. */
    @Embeddable
    record What(
            String product,

            @Enumerated(EnumType.STRING) Indication indication,
            int unitsPerDose,

            @Enumerated(EnumType.STRING) Frequency frequency,

            @Nullable MedicationOrderId replaces) {}

    /** From when to when, both days included. */
    @Embeddable
    record Days(LocalDate startsOn, @Nullable LocalDate endsOn) {}

    /** Who does something to an order, when, and on which day at the clinic. */
    record Word(@Nullable StaffId by, Instant at, LocalDate today) {}

    @SuppressWarnings("NullAway.Init")
    protected MedicationOrder() {}

    /**
     * A draft.
     *
     * @param sealed what stands beside the codes, sealed for this order
     */
    MedicationOrder(MedicationOrderId id, Stay stay, What what, Days days, String sealed, StaffId by, Instant now) {
        this.id = id;
        this.patient = stay.patient();
        this.episode = stay.episode();
        write(what, days, sealed, by, now);
    }

    void mustBeDraft() {
        if (status != OrderStatus.DRAFT) {
            throw MedicationRule.ORDER_IS_WRITTEN_ONCE.because(
                    "It is %s. Stop it, or order another in its place.".formatted(status));
        }
    }

    /** Another text in place of the draft's. */
    final void write(What ordered, Days from, String sealed, StaffId by, Instant now) {
        mustBeDraft();
        what = ordered;
        days = from;
        content = sealed;
        orderedBy = by;
        orderedAt = now;
    }

    /** It holds from its first day on. */
    void activate(Word word) {
        become(OrderStatus.ACTIVE, word, days.startsOn());
    }

    void hold(Word word) {
        become(OrderStatus.ON_HOLD, word, word.today());
    }

    void resume(Word word) {
        if (status != OrderStatus.ON_HOLD) {
            throw refused(OrderStatus.ACTIVE);
        }
        become(OrderStatus.ACTIVE, word, word.today());
    }

    void stop(StopReason why, Word word) {
        become(OrderStatus.STOPPED, word, word.today());
        stopReason = why;
        overOn = word.today();
    }

    /** It was taken to its end. */
    void complete(Word word) {
        become(OrderStatus.COMPLETED, word, word.today());
        overOn = days.endsOn() != null && days.endsOn().isBefore(word.today()) ? days.endsOn() : word.today();
    }

    /** It should never have been written; it is kept, and counts nowhere. */
    void strike(Word word) {
        become(OrderStatus.ENTERED_IN_ERROR, word, word.today());
        overOn = word.today();
    }

    private void become(OrderStatus next, Word word, LocalDate day) {
        if (!status.next().contains(next)) {
            throw refused(next);
        }
        status = next;
        changes.put(changes.size(), new OrderChange(next, day, word.by(), word.at()));
    }

    private Refusal refused(OrderStatus next) {
        return MedicationRule.ORDER_GOES_FORWARD.because(
                "It is %s, and can not become %s; it can become one of %s.".formatted(status, next, status.next()));
    }

    /** Whether another order of a patient may take its place. */
    boolean isReplaceableBy(PatientId of) {
        return patient.equals(of) && status.goesOn();
    }

    /**
     * What there is to tell of an injection on a day, which nobody was told of since the last was given.
     *
     * @param window when it is due
     */
    Optional<InjectionWindow.Stage> alert(InjectionWindow window, LocalDate today) {
        var stage = window.stageOn(today);
        if (status != OrderStatus.ACTIVE || stage.compareTo(alerted) <= 0) {
            return Optional.empty();
        }
        alerted = stage;
        return Optional.of(stage);
    }

    /** The next day on which there is something to tell of an injection; none where all was told, or it is over by then. */
    Optional<LocalDate> alertsNextOn(InjectionWindow window) {
        return window.next(alerted)
                .filter(_ -> status == OrderStatus.ACTIVE)
                .filter(day -> days.endsOn() == null || !day.isAfter(days.endsOn()));
    }

    /** The window of the next injection after the last one; none where it is no injection, or not to be given now. */
    @Nullable
    InjectionWindow windowAfter(Formulary formulary, @Nullable LocalDate last, int closingDays) {
        var interval = formulary.of(what.product()).window();
        return interval == null || status != OrderStatus.ACTIVE
                ? null
                : InjectionWindow.of(interval, days.startsOn(), last, closingDays);
    }

    /** When it was to be taken and when it was put off, with its doses. */
    DaysCovered.Course course(int injectionDays, List<DaysCovered.Dose> doses) {
        var active = new ArrayList<DaysCovered.Span>();
        var held = new ArrayList<DaysCovered.Span>();
        var steps = changes();
        for (int i = 0; i < steps.size(); i++) {
            var next = i + 1 < steps.size() ? steps.get(i + 1).day() : null;
            switch (steps.get(i).status()) {
                case ACTIVE ->
                    active.add(new DaysCovered.Span(later(steps.get(i).day(), days.startsOn()), next));
                case ON_HOLD -> held.add(new DaysCovered.Span(steps.get(i).day(), next));
                case DRAFT, STOPPED, COMPLETED, ENTERED_IN_ERROR -> {}
            }
        }
        return new DaysCovered.Course(active, held, injectionDays, doses);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** Another window counts from now on. */
    void startsAnew() {
        alerted = InjectionWindow.Stage.NONE;
    }

    MedicationOrderId id() {
        return id;
    }

    int version() {
        return version;
    }

    PatientId patient() {
        return patient;
    }

    EpisodeId episode() {
        return episode;
    }

    What what() {
        return what;
    }

    Days days() {
        return days;
    }

    String content() {
        return content;
    }

    StaffId orderedBy() {
        return orderedBy;
    }

    OrderStatus status() {
        return status;
    }

    @Nullable
    LocalDate overOn() {
        return overOn;
    }

    List<OrderChange> changes() {
        return List.copyOf(changes.values());
    }

    OrderView view(OrderContent opened, @Nullable InjectionWindow window) {
        return new OrderView(
                id,
                version,
                patient,
                episode,
                what.product(),
                what.indication(),
                what.unitsPerDose(),
                what.frequency(),
                days.startsOn(),
                days.endsOn(),
                opened.instructions(),
                what.replaces(),
                opened.inputs(),
                opened.overrides(),
                orderedBy,
                orderedAt,
                status,
                stopReason,
                overOn,
                changes(),
                window);
    }
}
