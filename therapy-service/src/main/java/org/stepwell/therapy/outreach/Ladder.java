package org.stepwell.therapy.outreach;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Uuid7;

/** Asks for the steps that a run of absence calls for, each once, and ends those that nobody needs any more. */
@Singleton
class Ladder {

    private static final Duration WELFARE_WITHIN = Duration.ofHours(2);
    private static final int REVIEW_WITHIN_DAYS = 3;
    private static final int LETTER_WITHIN_DAYS = 2;
    private static final int PROPOSAL_WITHIN_DAYS = 7;

    private final OutreachSteps steps;
    private final OutreachTasks tasks;
    private final OutreachSettings settings;
    private final Danger danger;
    private final SafeContact contact;
    private final ClinicDirectory clinics;

    Ladder(
            OutreachSteps steps,
            OutreachTasks tasks,
            OutreachSettings settings,
            Danger danger,
            SafeContact contact,
            ClinicDirectory clinics) {
        this.steps = steps;
        this.tasks = tasks;
        this.settings = settings;
        this.danger = danger;
        this.contact = contact;
        this.clinics = clinics;
    }

    /** What is to be done now about somebody who stays away; the run is locked. */
    void climb(AbsenceRun run, Absence absence, List<OutreachAttempt> attempts, Instant now) {
        var wanted = wanted(run, absence, now);
        var known = known(run);
        known.stream()
                .filter(step -> step.isOpen() && step.isOf(run))
                .filter(step -> !wanted.containsKey(step.rung()) || step.isOfADayAfter(absence.lastMissedOn()))
                .filter(step -> step.rung() != Rung.WELFARE_CHECK)
                .forEach(step -> withdraw(step, now));
        known.stream()
                .filter(step -> step.isOf(run) && isNeededAgain(step, wanted.keySet(), absence, known))
                .toList()
                .forEach(step -> step.withdrawn(now));
        steps.flush(); // what was withdrawn may be asked for anew
        var asked = new ArrayList<OutreachStep>();
        wanted.forEach((rung, because) -> {
            if (known.stream().noneMatch(step -> step.answers(rung, absence.lastMissedOn()))) {
                asked.add(
                        new OutreachStep(new StepId(Uuid7.next()), run, asked(run, absence, rung, because, now), now));
            }
        });
        if (known.stream().anyMatch(step -> step.rung() == Rung.SAME_DAY_CONTACT && step.isOf(run))) {
            asked.removeIf(step -> step.rung() == Rung.SAME_DAY_CONTACT && isMoreAsked(asked));
        }
        supersede(known, asked, now);
        asked.forEach(steps::persist);
        asked.stream().filter(OutreachStep::isOpen).forEach(tasks::open);
        known.addAll(asked);
        settle(known, attempts, now);
    }

    /** A step that a later one made needless is asked for again where that one was withdrawn, and no other takes its place. */
    private static boolean isNeededAgain(
            OutreachStep step, Set<Rung> wanted, Absence absence, List<OutreachStep> known) {
        return wanted.contains(step.rung())
                && step.answers(step.rung(), absence.lastMissedOn())
                && wanted.stream().noneMatch(more -> more.supersedes().contains(step.rung()))
                && step.isPassedNoMore(known);
    }

    /** Whoever is asked to do more for a day is not told of the contact of that day besides. */
    private static boolean isMoreAsked(List<OutreachStep> asked) {
        return asked.stream().anyMatch(step -> step.rung().supersedes().contains(Rung.SAME_DAY_CONTACT));
    }

    /** Somebody heard of the patient: what the team is to look at stays, for that they are back does not change how it went. */
    void heard(AbsenceRun run, List<OutreachAttempt> attempts, Instant now) {
        var known = steps.of(run.id());
        settle(known, attempts, now);
        known.stream()
                .filter(step -> step.isOpen() && step.rung() != Rung.TEAM_REVIEW)
                .forEach(step -> withdraw(step, now));
    }

    /** Nobody looks for the patient any more: they had not stayed away, or they are away and somebody knows of it. */
    void leave(AbsenceRun run, List<OutreachAttempt> attempts, Instant now) {
        var known = steps.of(run.id());
        settle(known, attempts, now);
        known.stream().filter(OutreachStep::isOpen).forEach(step -> withdraw(step, now));
    }

    /** The episode is over: there is nothing left to look at. */
    void leave(EpisodeId episode, Instant now) {
        steps.open(episode).forEach(step -> withdraw(step, now));
    }

    /** What an attempt did that was none is asked for again. */
    void undo(UUID attempt, EpisodeId episode, Instant now) {
        steps.doneBy(attempt, episode).forEach(step -> withdraw(step, now));
    }

    /** The steps of a run, and what the team is still to look at from before it. */
    private List<OutreachStep> known(AbsenceRun run) {
        var known = new ArrayList<>(steps.of(run.id()));
        steps.open(run.episode()).stream().filter(step -> !step.isOf(run)).forEach(known::add);
        return known;
    }

    /** Of what comes in one look, the lower steps are passed: they are told, and are nobody's task. */
    private void supersede(List<OutreachStep> known, List<OutreachStep> asked, Instant now) {
        for (var newer : asked) {
            asked.stream()
                    .filter(step -> step.isOpen() && newer.rung().supersedes().contains(step.rung()))
                    .forEach(step -> step.superseded(now));
            known.stream()
                    .filter(step -> step.isOpen() && newer.rung().supersedes().contains(step.rung()))
                    .forEach(step -> {
                        step.superseded(now);
                        tasks.ended(step, now);
                    });
        }
    }

    private void settle(List<OutreachStep> known, List<OutreachAttempt> attempts, Instant now) {
        known.stream()
                .filter(OutreachStep::isOpen)
                .forEach(step -> attempts.stream()
                        .filter(attempt -> attempt.does(step.rung(), step.since()))
                        .findFirst()
                        .ifPresent(attempt -> {
                            step.doneBy(attempt, now);
                            tasks.ended(step, now);
                        }));
    }

    private Map<Rung, Because> wanted(AbsenceRun run, Absence absence, Instant now) {
        var wanted = new EnumMap<>(absence.asksFor(dayOf(now)));
        danger.of(run.patient(), absence.lastMissedAt()).ifPresent(because -> wanted.put(Rung.WELFARE_CHECK, because));
        var since = now.minus(Duration.ofDays(settings.shareOverDays()));
        if (wanted.get(Rung.TEAM_REVIEW) == Because.ATTENDED_TOO_LITTLE && steps.reviewedSince(run.episode(), since)) {
            wanted.remove(Rung.TEAM_REVIEW);
        }
        return wanted;
    }

    private OutreachStep.Asked asked(AbsenceRun run, Absence absence, Rung rung, Because because, Instant now) {
        return new OutreachStep.Asked(
                rung, because, absence.lastMissedAt(), absence.lastMissedOn(), dueAt(rung, run.patient(), now));
    }

    /** Contact is due on the day on which it is safe first; nobody who may be in danger waits for that. */
    private Instant dueAt(Rung rung, PatientId patient, Instant now) {
        return switch (rung) {
            case SAME_DAY_CONTACT, THERAPIST_CALL -> endOf(dayOf(contact.from(now, patient)));
            case WELFARE_CHECK -> now.plus(WELFARE_WITHIN);
            case TEAM_REVIEW -> endOf(dayOf(now).plusDays(REVIEW_WITHIN_DAYS));
            case CERTIFIED_LETTER -> endOf(dayOf(now).plusDays(LETTER_WITHIN_DAYS));
            case DISCHARGE_PROPOSAL -> endOf(dayOf(now).plusDays(PROPOSAL_WITHIN_DAYS));
        };
    }

    private void withdraw(OutreachStep step, Instant now) {
        step.withdrawn(now);
        tasks.ended(step, now);
    }

    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(clinics.zone()).toInstant();
    }

    private LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, clinics.zone());
    }
}
