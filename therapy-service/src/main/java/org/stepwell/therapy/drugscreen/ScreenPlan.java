package org.stepwell.therapy.drugscreen;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.roster.Away;
import org.stepwell.therapy.roster.Stay;

/**
 * How often somebody is screened at random in a stay. Days are drawn for one span after the other, and nobody is shown those that are
 * ahead.
 */
@Entity
@Table(name = "drug_screen_plan")
class ScreenPlan {

    @EmbeddedId
    private EpisodeId episode;

    @Version
    private int version;

    private PatientId patient;

    @Embedded
    private HowOften howOften;

    @Embedded
    private ScreenWhat what;

    private StaffId setBy;
    private Instant setAt;
    private LocalDate windowFrom;
    private boolean drawn;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private LocalDate[] days = {};

    private @Nullable LocalDate lastDay;
    private @Nullable Instant endedAt;

    /** So many times in so many days, with at least so many from one to the next. */
    @Embeddable
    record HowOften(int times, int perDays, int apartDays) {}

    /** Of a span, the days on which somebody collects. */
    interface OpenDays {
        List<LocalDate> between(LocalDate from, LocalDate through);
    }

    @SuppressWarnings("NullAway.Init")
    protected ScreenPlan() {}

    ScreenPlan(Stay stay, HowOften often, ScreenWhat of, StaffId by, Instant now) {
        this.episode = stay.episode();
        this.patient = stay.patient();
        set(often, of, by, now, stay.today());
    }

    /** From tomorrow on: whoever is here today has seen that it is set. */
    final void set(HowOften often, ScreenWhat of, StaffId by, Instant now, LocalDate today) {
        howOften = often;
        what = of;
        setBy = by;
        setAt = now;
        windowFrom = today.plusDays(1);
        drawn = false;
        days = new LocalDate[0];
    }

    /**
     * A day begins: true where it was drawn, and somebody is to be screened. A day on which the clinic has closed meanwhile is drawn
     * anew in what is left of its span; one on which the patient is away, or that went by unseen, is left out.
     */
    boolean comes(LocalDate today, Away away, OpenDays open, RandomGenerator random) {
        if (!today.isBefore(windowFrom.plusDays(howOften.perDays()))) {
            windowFrom = spanOf(today);
            drawn = false;
        }
        if (!drawn && !today.isBefore(windowFrom)) {
            days = draw(howOften.times(), today, List.of(), open, random);
            drawn = true;
        }
        boolean now = List.of(days).contains(today);
        boolean closed = now && open.between(today, today).isEmpty();
        days = Stream.of(days).filter(day -> day.isAfter(today)).toArray(LocalDate[]::new);
        if (closed) {
            days = again(today, open, random);
        }
        boolean asked = now && !closed && !away.on(today);
        lastDay = asked ? today : lastDay;
        return asked;
    }

    /** The stay is over, and nobody is screened any more. */
    void ended(Instant at) {
        endedAt = at;
    }

    /** The stay goes on after all. */
    void goesOn() {
        endedAt = null;
    }

    boolean isOver() {
        return endedAt != null;
    }

    /** The first day of the span that a day lies in, which may be some spans later. */
    private LocalDate spanOf(LocalDate day) {
        long passed = ChronoUnit.DAYS.between(windowFrom, day) / howOften.perDays();
        return windowFrom.plusDays(passed * howOften.perDays());
    }

    private LocalDate[] again(LocalDate today, OpenDays open, RandomGenerator random) {
        var kept = List.of(days);
        var more = draw(1, today.plusDays(1), kept, open, random);
        return Stream.concat(kept.stream(), Stream.of(more)).sorted().toArray(LocalDate[]::new);
    }

    /** Of the rest of the span, as far from the last day and from those that stay as any two lie apart. */
    private LocalDate[] draw(int times, LocalDate from, List<LocalDate> stay, OpenDays open, RandomGenerator random) {
        var others = new ArrayList<>(stay);
        if (lastDay != null) {
            others.add(lastDay);
        }
        var last = windowFrom.plusDays(howOften.perDays() - 1L);
        var free = from.isAfter(last)
                ? List.<LocalDate>of()
                : open.between(from, last).stream()
                        .filter(day -> others.stream().allMatch(other -> areApart(day, other)))
                        .toList();
        return RandomDays.draw(free, times, howOften.apartDays(), random).toArray(LocalDate[]::new);
    }

    private boolean areApart(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(one, other)) >= howOften.apartDays();
    }

    /** The next day on which there is something to do. */
    LocalDate next() {
        var ends = windowFrom.plusDays(drawn ? howOften.perDays() : 0);
        return Stream.of(days).min(LocalDate::compareTo).filter(ends::isAfter).orElse(ends);
    }

    /** Refuses what does not fit into a span in which the clinic closes on no day beside its weekends. */
    static void mustFit(HowOften often, Set<DayOfWeek> weekdays) {
        var from = LocalDate.EPOCH;
        var open = from.datesUntil(from.plusDays(often.perDays()))
                .filter(day -> weekdays.contains(day.getDayOfWeek()))
                .toList();
        int room = RandomDays.room(open, often.times(), often.apartDays());
        if (room < often.times()) {
            throw ScreenRule.TIMES_FIT.at(
                    "/times",
                    "%d fit into %d days, %d days apart.".formatted(room, often.perDays(), often.apartDays()));
        }
    }

    EpisodeId episode() {
        return episode;
    }

    int version() {
        return version;
    }

    DrugScreen.Asked on(LocalDate day, Instant now) {
        return new DrugScreen.Asked(patient, episode, day, true, setBy, now);
    }

    ScreenWhat what() {
        return what;
    }

    ScreenPlanView view() {
        return new ScreenPlanView(
                episode,
                howOften.times(),
                howOften.perDays(),
                howOften.apartDays(),
                what.panel(),
                what.analytes(),
                what.confirmation(),
                setBy,
                setAt,
                version);
    }
}
