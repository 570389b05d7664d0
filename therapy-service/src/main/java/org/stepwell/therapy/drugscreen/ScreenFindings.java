package org.stepwell.therapy.drugscreen;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.ReviewReason;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.therapy.formulary.Substance;
import org.stepwell.therapy.medication.ActiveMedication;
import org.stepwell.therapy.naloxone.Naloxone;
import org.stepwell.therapy.plan.PlanReviews;
import org.stepwell.therapy.safety.Alarm;

/** Records what was found, and lets people look at what nobody expected. */
@Singleton
class ScreenFindings {

    private final DrugScreens screens;
    private final ScreensShown texts;
    private final ScreenTasks tasks;
    private final PlanReviews plans;
    private final Naloxone naloxone;
    private final ActiveMedication medication;
    private final Catalogue catalogue;
    private final ScreenSettings settings;
    private final Alarm alarm;
    private final Access access;
    private final Clock clock;

    ScreenFindings(
            DrugScreens screens,
            ScreensShown texts,
            ScreenTasks tasks,
            PlanReviews plans,
            Naloxone naloxone,
            ActiveMedication medication,
            Catalogue catalogue,
            ScreenSettings settings,
            Alarm alarm,
            Access access,
            Clock clock) {
        this.screens = screens;
        this.texts = texts;
        this.tasks = tasks;
        this.plans = plans;
        this.naloxone = naloxone;
        this.medication = medication;
        this.catalogue = catalogue;
        this.settings = settings;
        this.alarm = alarm;
        this.access = access;
        this.clock = clock;
    }

    DrugScreen record(EpisodeId episode, DrugScreenId id, ScreenResultResource.ResultsForm form) {
        var screen = own(episode, id);
        var now = clock.instant();
        var by = access.staff();
        if (form.creatinine() != null && !screen.measured(form.creatinine(), by, now)) {
            tasks.again(screen, now);
            tasks.notReviewed(screen, now);
            return known(screen, now);
        }
        screen.found(form.all(), screens.resultsOf(List.of(id)), by, now);
        var expected = expectedOf(screen);
        var results = form.all().stream()
                .map(reading -> new ScreenResult(
                        Uuid7.next(),
                        id,
                        reading,
                        expected.holds(catalogue.of(reading.analyte()), reading.detected()),
                        by,
                        now))
                .toList();
        results.forEach(screens::keep);
        follow(screen, results, expected, now);
        return known(screen, now);
    }

    DrugScreen correct(EpisodeId episode, DrugScreenId id, ScreenResultResource.CorrectionForm form) {
        var screen = own(episode, id);
        var now = clock.instant();
        boolean detected = form.outcome() == ResultView.Outcome.DETECTED;
        var last = screens.resultsOf(List.of(id)).stream()
                .filter(result -> result.analyte().equals(form.analyte()) && result.kind() == form.kind())
                .reduce((_, later) -> later)
                .filter(result -> result.detected() != detected)
                .orElseThrow(() -> ScreenRule.CORRECTED_ONCE_RECORDED.because(
                        "There is no other %s result of this analyte.".formatted(form.kind())));
        screen.corrected(now);
        var expected = expectedOf(screen);
        var correction = Uuid7.next();
        var corrected = last.corrected(
                correction,
                expected.holds(catalogue.of(last.analyte()), detected),
                texts.sealCorrection(correction, form.because()),
                access.staff(),
                now);
        screens.keep(corrected);
        follow(screen, List.of(corrected), expected, now);
        return known(screen, now);
    }

    DrugScreen review(
            EpisodeId episode, DrugScreenId id, @Nullable IfMatch version, ScreenResultResource.ReviewForm form) {
        var screen = own(episode, id);
        IfMatch.require(version, screen.version());
        var now = clock.instant();
        var explained = Objects.requireNonNullElse(form.explained(), List.<String>of());
        screen.reviewed(WhatCounts.of(screen, screens.resultsOf(List.of(id))).positives(), explained, now);
        var review = Uuid7.next();
        screens.keep(
                new ScreenReview(review, id, explained, texts.sealReview(review, form.words()), access.staff(), now));
        tasks.reviewed(screen, now);
        return known(screen, now);
    }

    private DrugScreen own(EpisodeId episode, DrugScreenId id) {
        var screen = screens.locked(episode, id);
        access.to(screen.patient());
        return screen;
    }

    private DrugScreen known(DrugScreen screen, Instant now) {
        screens.flush();
        naloxone.changed(screen.patient(), now);
        return screen;
    }

    private Expected expectedOf(DrugScreen screen) {
        return new Expected(medication.around(screen.patient(), screen.day()), screen.day(), settings.staysDays());
    }

    /**
     * What nobody expected is talked over. The plan is looked at only for what is as sure as it will be: a presumptive result that is
     * going to be confirmed may still be wrong.
     */
    private void follow(DrugScreen screen, Collection<ScreenResult> news, Expected expected, Instant now) {
        var found = news.stream()
                .filter(result -> result.detected() && !result.expected())
                .toList();
        if (!found.isEmpty()) {
            tasks.review(screen, now);
            alarm.about(screen.patient());
        }
        besideNaltrexone(screen, found, now);
        boolean sure = found.stream()
                .anyMatch(result -> result.kind() == ResultKind.CONFIRMED
                        || screen.what().confirmation() == ScreenWhat.Confirmation.NONE);
        if (sure) {
            plans.outOfTurn(screen.episode(), ReviewReason.CLINICAL_REVIEW, now);
        }
        var absent = news.stream()
                .filter(result -> !result.detected() && !result.expected())
                .map(result -> catalogue.of(result.analyte()))
                .toList();
        if (!absent.isEmpty()) {
            var prescriber = absent.stream()
                    .map(expected::prescriberOf)
                    .flatMap(Optional::stream)
                    .findFirst();
            tasks.reviewMedication(screen, prescriber, now);
        }
    }

    /** Naltrexone after an opioid brings on withdrawal, and an opioid after naltrexone may kill: whoever ordered it hears at once. */
    private void besideNaltrexone(DrugScreen screen, Collection<ScreenResult> found, Instant now) {
        if (found.stream().anyMatch(result -> catalogue.of(result.analyte()).opioid())) {
            medication
                    .prescriberOf(Substance.NALTREXONE, screen.patient())
                    .ifPresent(prescriber -> tasks.reviewMedication(screen, Optional.of(prescriber), now));
        }
    }
}
