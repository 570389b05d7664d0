package org.stepwell.therapy.measuredue;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.therapy.measuredue.MeasureSchedule.Ask;

/** How far the questionnaires of an episode were asked for: whatever fell due is asked once, however late somebody looks. */
@Entity
class MeasureCalendar {

    @EmbeddedId
    private EpisodeId episode;

    @Version
    private int version;

    private PatientId patient;
    private LocalDate started;
    private LocalDate askedThrough;
    private @Nullable LocalDate dischargeOn;
    private @Nullable LocalDate dischargeAskedFor;
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected MeasureCalendar() {}

    MeasureCalendar(EpisodeId episode, PatientId patient, LocalDate started) {
        this.episode = episode;
        this.patient = patient;
        this.started = started;
        this.askedThrough = started;
    }

    /** A discharge is planned for a day, or for another than was said. */
    void dischargePlanned(LocalDate on) {
        dischargeOn = on;
    }

    /** The patient stays after all: should another discharge be planned, it is asked anew. */
    void dischargeCancelled() {
        dischargeOn = null;
        dischargeAskedFor = null;
    }

    /** The episode is over. */
    void ended(Instant at) {
        endedAt = at;
    }

    /** It goes on after all: what was withdrawn as it ended is asked anew before the day on which it does. */
    void goesOn() {
        endedAt = null;
        dischargeAskedFor = null;
    }

    /** What fell due through today and was not asked yet, earliest first; told once. */
    List<Ask> fallsDue(MeasureSchedule schedule, LocalDate today, int beforeDischargeDays) {
        var due = schedule.between(started, askedThrough, today);
        askedThrough = today.isAfter(askedThrough) ? today : askedThrough;
        if (dischargeAsksOn(beforeDischargeDays)
                .filter(day -> !day.isAfter(today))
                .isEmpty()) {
            return due;
        }
        dischargeAskedFor = dischargeOn;
        return Stream.concat(due.stream(), schedule.atDischarge(today).stream()).toList();
    }

    /** The next day on which something falls due. */
    Optional<LocalDate> nextDay(MeasureSchedule schedule, int beforeDischargeDays) {
        var next = schedule.next(started, askedThrough).stream().map(Ask::dueOn).findFirst();
        var discharge = dischargeAsksOn(beforeDischargeDays);
        return next.isEmpty() || discharge.filter(next.get()::isAfter).isPresent() ? discharge : next;
    }

    /** What comes next of each questionnaire. */
    List<Ask> coming(MeasureSchedule schedule) {
        return schedule.next(started, askedThrough);
    }

    /** Once for each planned day, and again where that moved to a later one. */
    private Optional<LocalDate> dischargeAsksOn(int daysBefore) {
        return Optional.ofNullable(dischargeOn)
                .filter(on -> dischargeAskedFor == null || on.isAfter(dischargeAskedFor))
                .map(on -> on.minusDays(daysBefore));
    }

    boolean isOver() {
        return endedAt != null;
    }

    EpisodeId episode() {
        return episode;
    }

    PatientId patient() {
        return patient;
    }
}
