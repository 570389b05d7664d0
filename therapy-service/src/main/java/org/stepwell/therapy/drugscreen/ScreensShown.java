package org.stepwell.therapy.drugscreen;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.seal.SealedJson;

/** What is shown of screens, and to whom. */
@Singleton
class ScreensShown {

    private static final String REVIEW = "drug-screen-review";
    private static final String CORRECTION = "drug-screen-correction";

    private final DrugScreens screens;
    private final Catalogue catalogue;
    private final WhatPatientsSee seen;
    private final ScreenSettings settings;
    private final SealedJson sealed;
    private final Access access;

    ScreensShown(
            DrugScreens screens,
            Catalogue catalogue,
            WhatPatientsSee seen,
            ScreenSettings settings,
            SealedJson sealed,
            Access access) {
        this.screens = screens;
        this.catalogue = catalogue;
        this.seen = seen;
        this.settings = settings;
        this.sealed = sealed;
        this.access = access;
    }

    /** Some at once, in as many statements however many there are. */
    List<ScreenView> of(List<DrugScreen> some) {
        var ids = some.stream().map(DrugScreen::id).toList();
        var results = screens.resultsBy(some);
        var reviews = screens.reviewsOf(ids).stream().collect(Collectors.groupingBy(ScreenReview::screen));
        return some.stream()
                .map(screen -> show(
                        screen,
                        results.getOrDefault(screen.id(), List.of()),
                        reviews.getOrDefault(screen.id(), List.of())))
                .toList();
    }

    ScreenView of(DrugScreen screen) {
        return of(List.of(screen)).getFirst();
    }

    private ScreenView show(DrugScreen screen, List<ScreenResult> results, List<ScreenReview> reviews) {
        boolean staff = !access.byPatient();
        var shown = staff ? results : seen.of(screen, results);
        // Of what is shown: that something counts no more would tell of the correction or confirmation that is not.
        var counting = WhatCounts.of(screen, shown);
        return ScreenView.of(
                screen,
                catalogue.panel(screen.what().panel()).orElseThrow(),
                shown.stream()
                        .map(result -> show(screen, result, counting.counts(result), staff))
                        .toList(),
                shown.size() == results.size() ? null : latest(results).plus(settings.shownAfter()),
                reviews.stream()
                        .map(review -> review.view(staff ? open(REVIEW, review.id(), review.words()) : null))
                        .toList());
    }

    private static Instant latest(List<ScreenResult> results) {
        return results.stream()
                .map(ScreenResult::recordedAt)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private ResultView show(DrugScreen screen, ScreenResult result, boolean counts, boolean staff) {
        var analyte = catalogue.of(result.analyte());
        var outcome = ResultView.Outcome.of(result.detected());
        return new ResultView(
                result.id(),
                analyte.code(),
                result.kind(),
                analyte.loinc(result.kind()),
                outcome,
                outcome.snomed(),
                result.expected(),
                result.detected() && screen.isExplained(analyte.code()),
                counts,
                result.version(),
                staff ? open(CORRECTION, result.id(), result.because()) : null,
                result.kind() == ResultKind.PRESUMPTIVE ? analyte.misses() : null,
                result.recordedBy(),
                result.recordedAt());
    }

    private @Nullable String open(String part, UUID record, @Nullable String text) {
        return text == null ? null : sealed.open(part, record, text, String.class);
    }

    @Nullable
    String sealReview(UUID review, @Nullable String words) {
        return words == null ? null : sealed.seal(REVIEW, review, words);
    }

    String sealCorrection(UUID result, String because) {
        return sealed.seal(CORRECTION, result, because);
    }
}
