package org.stepwell.therapy.drugscreen;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.therapy.formulary.Substance;
import org.stepwell.therapy.medication.OpioidUse;
import org.stepwell.therapy.medication.OpioidsFound;

/** The opioids that drug screens found, by what counts; one that is prescribed is an opioid too. */
@Singleton
class OpioidsInScreens implements OpioidsFound {

    private final DrugScreens screens;
    private final Catalogue catalogue;

    OpioidsInScreens(DrugScreens screens, Catalogue catalogue) {
        this.screens = screens;
        this.catalogue = catalogue;
    }

    @Override
    public List<OpioidUse> since(PatientId patient, LocalDate day) {
        var some = screens.since(patient, day);
        var results = screens.resultsOf(some.stream().map(DrugScreen::id).toList()).stream()
                .collect(Collectors.groupingBy(ScreenResult::screen));
        return some.stream()
                .flatMap(screen -> opioids(results.getOrDefault(screen.id(), List.of()))
                        .map(analyte -> new OpioidUse(
                                screen.day(), analyte.because().stream().anyMatch(Substance::lastsLong))))
                .toList();
    }

    private Stream<Analyte> opioids(List<ScreenResult> results) {
        return WhatCounts.of(results).positives().stream()
                .map(catalogue::of)
                .filter(Analyte::opioid);
    }
}
