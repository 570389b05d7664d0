package org.stepwell.therapy.medication;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.formulary.Formulary;
import org.stepwell.therapy.formulary.Frequency;
import org.stepwell.therapy.formulary.Indication;
import org.stepwell.therapy.medication.InjectionWindow.Stage;
import org.stepwell.therapy.medication.OrderLife.Word;
import org.stepwell.therapy.roster.Stay;

/** What a prescriber ordered for a patient: changed as a draft, afterwards held, stopped or replaced. It may outlive the stay. */
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

    @Embedded
    private OrderLife life = new OrderLife();

    @Enumerated(EnumType.STRING)
    private Stage alerted = Stage.NONE;

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

    /** Another text in place of the draft's. */
    final void write(What ordered, Days from, String sealed, StaffId by, Instant now) {
        life.mustBeDraft();
        what = ordered;
        days = from;
        content = sealed;
        orderedBy = by;
        orderedAt = now;
    }

    void mustBeDraft() {
        life.mustBeDraft();
    }

    /** It holds from its first day on. */
    void activate(Word word) {
        life.activate(days.startsOn(), word);
    }

    void hold(Word word) {
        life.hold(word);
    }

    void mustBeOnHold() {
        life.mustBeOnHold();
    }

    /** @param sealed what stands beside the codes from now on, sealed for this order; null where nothing was said anew */
    void resume(@Nullable String sealed, Word word) {
        life.resume(sealed, word);
    }

    void stop(StopReason why, Word word) {
        life.stop(why, word);
    }

    /** It was taken to its end. */
    void complete(Word word) {
        life.complete(days.endsOn(), word);
    }

    /** It should never have been written; it is kept, and counts nowhere. */
    void strike(Word word) {
        life.strike(word);
    }

    /** Whether another order of a patient may take its place. */
    boolean isReplaceableBy(PatientId of) {
        return patient.equals(of) && status().goesOn();
    }

    /**
     * What there is to tell of an injection on a day, which nobody was told of since the last was given.
     *
     * @param window when it is due
     */
    Optional<Stage> alert(InjectionWindow window, LocalDate today) {
        var stage = window.stageOn(today);
        if (status() != OrderStatus.ACTIVE || stage.compareTo(alerted) <= 0) {
            return Optional.empty();
        }
        alerted = stage;
        return Optional.of(stage);
    }

    /** The next day on which there is something to tell of an injection; none where all was told, or it is over by then. */
    Optional<LocalDate> alertsNextOn(InjectionWindow window) {
        return window.next(alerted)
                .filter(_ -> status() == OrderStatus.ACTIVE)
                .filter(day -> days.endsOn() == null || !day.isAfter(days.endsOn()));
    }

    /** Another window counts from now on. */
    void startsAnew() {
        alerted = Stage.NONE;
    }

    /** The window of the next injection after the last one; none where it is no injection, or not to be given now. */
    @Nullable
    InjectionWindow windowAfter(Formulary formulary, @Nullable Injection last, int closingDays) {
        var interval = formulary.of(what.product()).window();
        return interval == null || status() != OrderStatus.ACTIVE
                ? null
                : InjectionWindow.of(interval, days.startsOn(), last, closingDays);
    }

    /** The last day on which it was to be taken, as far as days have come; none where it was to be taken on none. */
    Optional<LocalDate> takenThrough(LocalDate today) {
        return life.activeThrough(days.startsOn(), today);
    }

    /** When it was to be taken and when it was put off, with its doses. */
    DaysCovered.Course course(int injectionDays, List<DaysCovered.Dose> doses) {
        return new DaysCovered.Course(
                life.daysOf(OrderStatus.ACTIVE, days.startsOn()),
                life.daysOf(OrderStatus.ON_HOLD, days.startsOn()),
                injectionDays,
                doses);
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

    /** What stands beside the codes, sealed: as it was ordered, or as it went on last. */
    String content() {
        return life.content().orElse(content);
    }

    StaffId orderedBy() {
        return orderedBy;
    }

    Instant orderedAt() {
        return orderedAt;
    }

    OrderLife life() {
        return life;
    }

    OrderStatus status() {
        return life.status();
    }
}
