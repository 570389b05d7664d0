package org.stepwell.therapy.outreach;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.time.Due;
import org.stepwell.therapy.roster.Attendances;
import org.stepwell.therapy.roster.Episodes;
import org.stepwell.therapy.roster.Episodes.Open;
import org.stepwell.therapy.safety.Alarm;

/**
 * Looks for whoever stays away, as attendance is recorded and as days go by. Each look begins with what is known of the episode's
 * sessions and attempts, so that a correction, or a look that comes late, finds what there is to do and nothing else.
 */
@Singleton
public class Outreach implements Alarm {

    static final String DUE = "outreach";

    private final AbsenceRuns runs;
    private final OutreachAttempts attempts;
    private final Ladder ladder;
    private final OutreachSettings settings;
    private final Attendances attendances;
    private final Episodes episodes;
    private final ClinicDirectory clinics;
    private final Due due;
    private final Clock clock;

    Outreach(
            AbsenceRuns runs,
            OutreachAttempts attempts,
            Ladder ladder,
            OutreachSettings settings,
            Attendances attendances,
            Episodes episodes,
            ClinicDirectory clinics,
            Due due,
            Clock clock) {
        this.runs = runs;
        this.attempts = attempts;
        this.ladder = ladder;
        this.settings = settings;
        this.attendances = attendances;
        this.episodes = episodes;
        this.clinics = clinics;
        this.due = due;
        this.clock = clock;
    }

    /**
     * How somebody was at a session is known, or known better; somebody is in, away or back: the look finds whether that changes
     * anything. Whether it does is not asked here: a look that began before may be about to open what this would have ended.
     */
    public void changed(EpisodeId episode) {
        due.now(DUE, episode);
    }

    /** Whoever stays away is looked at once more as soon as it is known that they may be in danger: the look finds whether they do. */
    @Override
    public void about(PatientId patient) {
        episodes.open(patient).forEach(open -> due.now(DUE, open.episode()));
    }

    /** The episode is over. */
    public void ended(EpisodeId episode, Instant at) {
        runs.lockedOpen(episode).ifPresent(run -> leave(run, RunEnd.DISCHARGED, List.of(), at));
        ladder.leave(episode, at);
        due.cancel(DUE, episode);
    }

    /** An attempt was written down by mistake: what it had done is asked for again. */
    void takeBack(EpisodeId episode, UUID attempt) {
        runs.lockedOpen(episode); // before anything of it is read: whoever looks changes the same steps
        var now = clock.instant();
        attempts.of(episode, attempt).takenBack(now);
        ladder.undo(attempt, episode, now);
        attempts.flush();
        tried(episode);
    }

    /**
     * What was tried is known, or known better. It is looked at here, so that whoever says it reads what came of it, and once more
     * as soon as it is kept: attendance that is being recorded meanwhile is not seen here, and the look that it asked for would be
     * put off to the day of the letter.
     */
    void tried(EpisodeId episode) {
        look(episode);
        due.now(DUE, episode);
    }

    /** Looks at an episode: nobody else does at the same time where there is a run. */
    void look(EpisodeId episode) {
        var now = clock.instant();
        var run = runs.lockedOpen(episode);
        episodes.open(episode).ifPresentOrElse(open -> look(open, run, now), () -> ended(episode, now));
    }

    private void look(Open open, Optional<AbsenceRun> run, Instant now) {
        var today = dayOf(now);
        if (open.away().on(today)) {
            run.ifPresent(found -> leave(found, RunEnd.AWAY, List.of(), now));
            return;
        }
        var from = run.map(AbsenceRun::beganOn).orElse(today).minusDays(settings.lookBackDays());
        var tried =
                attempts.since(open.episode(), from.atStartOfDay(clinics.zone()).toInstant());
        @Nullable Instant reachedAt = reachedAt(tried);
        var absence = Absence.of(
                attendances.seatsSince(open.episode(), from), reachedAt, day -> counts(open, day, today), settings);
        if (absence.isOver()) {
            run.ifPresent(found -> isOver(found, absence, reachedAt, tried, now));
            return;
        }
        var current = run.orElseGet(() -> begun(open, absence));
        current.is(absence);
        ladder.climb(current, absence, tried, now);
        runs.flush();
        wake(open, absence, today);
    }

    /** Not while they were away, and not before it once they were: somebody knew of it. */
    private static boolean counts(Open open, LocalDate day, LocalDate today) {
        @Nullable LocalDate from = open.away().from();
        return from == null
                || from.isAfter(today)
                || (!day.isBefore(from) && !open.away().on(day));
    }

    private AbsenceRun begun(Open open, Absence absence) {
        var run = new AbsenceRun(Uuid7.next(), open.episode(), open.patient(), absence);
        runs.persistAndFlush(run);
        return run;
    }

    private void isOver(
            AbsenceRun run, Absence absence, @Nullable Instant reachedAt, List<OutreachAttempt> tried, Instant now) {
        var because = why(run, absence, reachedAt);
        if (because == RunEnd.EXPLAINED) {
            leave(run, because, tried, now);
        } else {
            ladder.heard(run, tried, now);
            end(run, because, now);
        }
    }

    private void leave(AbsenceRun run, RunEnd because, List<OutreachAttempt> tried, Instant now) {
        ladder.leave(run, tried, now);
        end(run, because, now);
    }

    private void end(AbsenceRun run, RunEnd because, Instant now) {
        run.ended(because, now);
        runs.flush();
        due.cancel(DUE, run.episode());
    }

    private static RunEnd why(AbsenceRun run, Absence absence, @Nullable Instant reachedAt) {
        if (absence.cameAfter(run.lastMissedAt())) {
            return RunEnd.ATTENDED;
        }
        return reachedAt != null && !reachedAt.isBefore(run.lastMissedAt()) ? RunEnd.REACHED : RunEnd.EXPLAINED;
    }

    private static @Nullable Instant reachedAt(List<OutreachAttempt> tried) {
        return tried.stream()
                .filter(OutreachAttempt::reached)
                .map(OutreachAttempt::madeAt)
                .max(Instant::compareTo)
                .orElse(null);
    }

    /** The next day on which more is to be done, or on which they are away. */
    private void wake(Open open, Absence absence, LocalDate today) {
        Stream.of(
                        Optional.of(absence.letterOn()),
                        Optional.of(absence.proposalOn()),
                        Optional.ofNullable(open.away().from()))
                .flatMap(Optional::stream)
                .filter(day -> day.isAfter(today))
                .min(LocalDate::compareTo)
                .ifPresent(day -> due.at(
                        DUE, open.episode(), day.atStartOfDay(clinics.zone()).toInstant()));
    }

    private LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, clinics.zone());
    }
}
